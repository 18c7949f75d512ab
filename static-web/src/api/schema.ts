// Made from functions/openapi.yaml by `npm run types`. Change the contract, not this file.

export interface paths {
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description 200 when every part answers, otherwise 503. Never cached; says nothing about anyone. */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/registration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Where the registration behind the link stands. Changes nothing, whoever opens it and however often. */
        get: operations["getRegistration"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/registration/birth-date": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Step 1. Three wrong answers lock the invitation. Sets the cookie that binds what follows to this browser. */
        post: operations["answerBirthDate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/registration/phones": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Step 2. Adds numbers the person typed; at least one number must be there afterwards. Sets the cookie where no birth date was asked. */
        post: operations["chooseRegistrationPhones"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/registration/delivery": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Step 3. Sends a code to the number by the chosen way; also the way to change the delivery. */
        post: operations["chooseRegistrationDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/registration/code/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Sends a new code by the same way; the old one stops working at once. */
        post: operations["resendRegistrationCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/registration/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Step 4. */
        post: operations["answerRegistrationCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/registration/terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Step 5. */
        post: operations["acceptRegistrationTerms"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/registration/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Step 6. Uses the link up; the next step is to sign in. */
        post: operations["setRegistrationPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/registration/new-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Asks the practice for a new invitation. The answer is the same whether or not there ever was one. */
        post: operations["askForNewLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The terms of use in force. */
        get: operations["getTerms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Where this browser's second step stands. */
        get: operations["getSignIn"];
        put?: never;
        /** @description Email and password. The same answer, in the same time, for unknown and wrong. */
        post: operations["signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign-in/authenticator": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Second step: the code of an authenticator app (RFC 6238). */
        post: operations["answerSignInAuthenticator"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign-in/passkey/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Begins a sign-in with a passkey (WebAuthn). Names no account. */
        post: operations["getPasskeySignInOptions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign-in/passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Ends a sign-in with a passkey; it needs no second step. */
        post: operations["signInWithPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign-in/delivery": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Second step: sends a code to one of the account's numbers. */
        post: operations["chooseSignInDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign-in/code/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Sends a new code by the same way; the old one stops working at once. */
        post: operations["resendSignInCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign-in/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Second step: the code of a text or a call. */
        post: operations["answerSignInCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Ends this session on the server and in the browser. */
        post: operations["signOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Who is signed in, and for how long. 401 when nobody is. */
        get: operations["getSession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/keep": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Somebody is still there: the idle time starts anew. */
        post: operations["keepSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Accepts terms that came into force since; until then a session can do nothing else. */
        post: operations["acceptNewTerms"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/password-resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Mails a link, if there is such an account. Same answer for every address. */
        post: operations["askForPasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/password-reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Where the reset behind the link stands. Changes nothing. */
        get: operations["getPasswordReset"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/password-reset/delivery": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Sends a code to one of the account's numbers. Sets the cookie that binds what follows to this browser. */
        post: operations["choosePasswordResetDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/password-reset/code/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Sends a new code by the same way; the old one stops working at once. */
        post: operations["resendPasswordResetCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/password-reset/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["answerPasswordResetCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/password-reset/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Uses the link up, ends every session, and mails the owner. Signs nobody in. */
        post: operations["setPasswordByReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The profile. */
        get: operations["getAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** @description Language, time zone, notification choices. */
        patch: operations["changeAccount"];
        trace?: never;
    };
    "/account/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Needs the current one; signs every other device out. */
        post: operations["changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/account/password-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The rules that hold for this account's passwords. */
        get: operations["getPasswordRules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/account/phones": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Begins to add a number: a new way to prove who one is, so the password is asked again and a notice goes to the email. */
        post: operations["addPhone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/account/phones/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Ends the adding. */
        post: operations["confirmPhone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/account/phones/code/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description A new code to the number that is being added; the one before it is over. */
        post: operations["resendPhoneCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/account/phones/{phoneId}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                phoneId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Not the last one: a forgotten password is proved by a telephone. */
        post: operations["removePhone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/account/authenticator": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description A new secret for an authenticator app (RFC 6238); not in force until confirmed. */
        post: operations["beginAuthenticator"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/account/authenticator/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description The app's first code. From then on its code is asked for at every sign-in. */
        post: operations["confirmAuthenticator"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/account/authenticator/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["removeAuthenticator"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/account/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Everything of one's own as a zip: the account, each conversation, and the files of their messages. Begins it, or says how far it is (202); asked again until ready (200), and then for an hour, it gives a new address for five minutes. */
        post: operations["archiveOwnData"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/account/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Signs every device out, and closes the account after 14 days unless somebody signs in before. Refused to members of a practice (409, still-member). */
        post: operations["closeAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/account/passkeys/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Begins to add a passkey (WebAuthn). */
        post: operations["getPasskeyOptions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/account/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Ends the adding. */
        post: operations["addPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/account/passkeys/{passkeyId}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                passkeyId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["removePasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/account/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Where this account is signed in. */
        get: operations["getDevices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/account/devices/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sessionId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** @description Signs one device out. */
        delete: operations["endDevice"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/practices/{practiceId}/settings": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get: operations["getPracticeSettings"];
        /** @description Managers only. If-Match with the ETag of what was read. */
        put: operations["changePracticeSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/practices/{practiceId}/members": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get: operations["getMembers"];
        put?: never;
        /** @description Managers only. Mails a link to register. */
        post: operations["inviteMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/practices/{practiceId}/members/{memberId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                memberId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** @description Managers only. Rights bite at the next request. */
        patch: operations["changeMember"];
        trace?: never;
    };
    "/practices/{practiceId}/members/{memberId}/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                memberId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Managers only. The old link stops working. 429 `sent-too-often` for the sixth email within an hour and the twenty-first within thirty days. */
        post: operations["reinviteMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/practices/{practiceId}/members/{memberId}/unlock": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                memberId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Managers only. Ends a lock that came from wrong passwords. */
        post: operations["unlockMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/practices/{practiceId}/patients": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /** @description By name in any order, code or birth date, as one types; without q those this member opened last (5). */
        get: operations["searchPatients"];
        put?: never;
        post: operations["createPatient"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/practices/{practiceId}/patients/{patientId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                patientId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /** @description Opening a patient puts it among the last five. */
        get: operations["getPatient"];
        /** @description If-Match with the ETag of what was read. */
        put: operations["changePatient"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/practices/{practiceId}/patients/{patientId}/unlock": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                patientId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Managers only. Ends a lock that came from wrong passwords. */
        post: operations["unlockPatient"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/practices/{practiceId}/patients/{patientId}/records": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                patientId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /** @description The patient's health records for members, each kind by itself; 200 a page, in the order of the kinds. Within a kind the order says nothing: a page sorts by date what it has read of the kind. */
        get: operations["getRecords"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/practices/{practiceId}/patients/{patientId}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                patientId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /** @description The patient's letters and pictures, those of FHIR imports included. 50 a page, the newest date first, or by title. With removed, those that were removed and can still be put back. Sends an ETag and honours If-None-Match. */
        get: operations["getDocuments"];
        put?: never;
        /** @description Begins to upload a document: put its blocks to the address, then completeFile with its file's id, which is the document's id too. It is read by getFileAddress. */
        post: operations["beginDocument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/practices/{practiceId}/patients/{patientId}/documents/{documentId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                patientId: components["schemas"]["Id"];
                documentId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        /** @description Its title and date anew, under If-Match. */
        put: operations["changeDocument"];
        post?: never;
        /** @description It can be put back for 30 days; then its content is deleted. Again, nothing changes. */
        delete: operations["removeDocument"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/practices/{practiceId}/patients/{patientId}/documents/{documentId}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                patientId: components["schemas"]["Id"];
                documentId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Puts a removed document back. Again, nothing changes. */
        post: operations["restoreDocument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/practices/{practiceId}/education": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /** @description What the practice gives to read. 50 a page, the newest date first, or by title. With removed, those that were removed and can still be put back. Sends an ETag and honours If-None-Match. */
        get: operations["getEducation"];
        put?: never;
        /** @description Begins to upload a document: put its blocks to the address, then completeFile with its file's id, which is the document's id too. It is read by getFileAddress. */
        post: operations["beginEducation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/practices/{practiceId}/education/{documentId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                documentId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        /** @description Its title and date anew, under If-Match. */
        put: operations["changeEducation"];
        post?: never;
        /** @description It can be put back for 30 days; then its content is deleted. Again, nothing changes. */
        delete: operations["removeEducation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/practices/{practiceId}/education/{documentId}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                documentId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Puts a removed document back. Again, nothing changes. */
        post: operations["restoreEducation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/practices/{practiceId}/patients/{patientId}/information/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                patientId: components["schemas"]["Id"];
                kind: components["schemas"]["PatientInfoKind"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Makes one part of the patient's record as a PDF to look at, as it would be shared now. The address works for 5 minutes; the PDF is not kept. */
        post: operations["showPatientInfo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/practices/{practiceId}/patients/{patientId}/exports": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                patientId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Makes a FHIR R4 bundle (collection) of the patient and all their records, contents of documents included. 200 with an address when it is ready at once, else 202 and where to look. */
        post: operations["exportPatient"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/practices/{practiceId}/cases/{caseId}/exports": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                caseId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description As exportPatient, for the case's patient, with the attachments of the case as documents. */
        post: operations["exportCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/practices/{practiceId}/exports/{exportId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                exportId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /** @description For whoever asked for it. The address works for 5 minutes, the export is there for an hour. */
        get: operations["getExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/practices/{practiceId}/imports": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /** @description Managers only. The practice's imports, the newest first, 20 a page. Sends an ETag and honours If-None-Match. */
        get: operations["getImports"];
        put?: never;
        /** @description Managers only. Begins to bring in a FHIR R4 bundle (JSON, at most 100 MB): upload its blocks to the address (Put Block), then complete. */
        post: operations["beginImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/practices/{practiceId}/imports/{importId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                importId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /** @description Managers only. How far it is. Sends an ETag and honours If-None-Match. */
        get: operations["getImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/practices/{practiceId}/imports/{importId}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                importId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Managers only. Every block has arrived: the bundle is read. 200 when that is done at once, else 202. */
        post: operations["completeImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/practices/{practiceId}/imports/{importId}/report": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                importId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /** @description Managers only. What was not taken, or not whole, by the order of the bundle; 100 lines a page. Grows while the import runs. */
        get: operations["getImportReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/practices/{practiceId}/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /** @description The address book, the latest first, 20 a page; with q those of whom every word begins a first name, last name, code or word of an organisation. If-None-Match with the ETag of what was read. */
        get: operations["getContacts"];
        put?: never;
        /** @description Without a code one is made of the name. A code that another contact has, an archived one too, is refused. */
        post: operations["createContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/practices/{practiceId}/contacts/code": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /** @description Whether a code is free, and one that is, made of the name. Nothing is kept for who asks. */
        get: operations["checkContactCode"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/practices/{practiceId}/contacts/csv": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /** @description All contacts, archived ones last. CSV by RFC 4180, UTF-8. A text that a spreadsheet would take for a formula begins with an apostrophe. */
        get: operations["exportContacts"];
        put?: never;
        /** @description CSV by RFC 4180, comma or semicolon, UTF-8; the first line names the columns as exportContacts does. At most 1 MB and 2,000 rows. A row whose code is known changes that contact, and the same again changes nothing. Rows that are wrong are reported, the others taken. A request takes a part of the file, which is sent whole with each; the answer's `next` is the `from` of the request after it, until there is none. */
        post: operations["importContacts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/practices/{practiceId}/contacts/{contactId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                contactId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get: operations["getContact"];
        /** @description If-Match with the version of what was read. Without a code the contact keeps its own; a code that is given up is free. */
        put: operations["changeContact"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/practices/{practiceId}/contacts/{contactId}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                contactId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Out of the list; what was sent to the contact stays as it is. */
        post: operations["archiveContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/practices/{practiceId}/contacts/{contactId}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                contactId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Back into the list. */
        post: operations["restoreContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/practices/{practiceId}/cases": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /** @description Unread first, then newest. Mine; a case manager may name another member, or all. */
        get: operations["getCases"];
        put?: never;
        post: operations["createCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/practices/{practiceId}/cases/{caseId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                caseId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get: operations["getCase"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/practices/{practiceId}/cases/{caseId}/close": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                caseId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["closeCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/practices/{practiceId}/cases/{caseId}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                caseId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["reopenCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/practices/{practiceId}/cases/{caseId}/members": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                caseId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Adds a doctor or staff, who gets an email with a link and sees all earlier Doctor Talk. */
        post: operations["addCaseMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/practices/{practiceId}/cases/{caseId}/members/{memberId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                caseId: components["schemas"]["Id"];
                memberId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** @description Not the last one. */
        delete: operations["removeCaseMember"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/practices/{practiceId}/cases/{caseId}/activity": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                caseId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /** @description What happened, by whom, when; newest first. */
        get: operations["getCaseActivity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/practices/{practiceId}/cases/{caseId}/doctor-talk": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                caseId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /** @description The thread shared by the case's members. */
        get: operations["getDoctorTalk"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/practices/{practiceId}/cases/{caseId}/patient-talk": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                caseId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /** @description This member's own private thread with the patient, or how far the invitation is. */
        get: operations["getPatientTalk"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/practices/{practiceId}/cases/{caseId}/patient-talk/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                caseId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Invites the patient into this member's Patient Talk. */
        post: operations["invitePatient"];
        /** @description The link stops working. */
        delete: operations["withdrawInvitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/practices/{practiceId}/cases/{caseId}/patient-talk/invitation/resend": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                caseId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Sends the email again with a new link; the old one stops working. 429 `sent-too-often` for the sixth email within an hour and the twenty-first within thirty days. */
        post: operations["resendInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/practices/{practiceId}/cases/{caseId}/patient-talk/invitation/address": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                caseId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        /** @description Sends to another address; the old link stops working. 429 `sent-too-often` for the sixth email within an hour and the twenty-first within thirty days. */
        put: operations["correctInvitationAddress"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/practices/{practiceId}/cases/{caseId}/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                caseId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get: operations["getAttachments"];
        put?: never;
        /** @description Begins to upload a file that all members of the case will see. */
        post: operations["beginAttachment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/practices/{practiceId}/cases/{caseId}/attachments/archive": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                caseId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description All of them as a zip, for whoever asks. Begins it, or says how far it is (202); asked again until ready (200), and then for an hour, it gives a new address for five minutes. */
        post: operations["archiveAttachments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/practices/{practiceId}/cases/{caseId}/attachments/{fileId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                caseId: components["schemas"]["Id"];
                fileId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        /** @description Shares a file that the patient sent in this member's Patient Talk with the case; doing it again changes nothing. */
        put: operations["shareFile"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/practices/{practiceId}/collaboration-defaults": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /** @description What a new collaboration begins with: the practice's email, and the Standard Patient Info that is on. */
        get: operations["getCollaborationDefaults"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/practices/{practiceId}/collaboration-previews": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Exactly what each collaborator would get. Nothing is sent or kept. */
        post: operations["previewCollaboration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/practices/{practiceId}/patients/{patientId}/collaboration-files": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                patientId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Begins to upload a file for a collaboration about this patient; until it is started only its uploader sees it. */
        post: operations["beginCollaborationFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/practices/{practiceId}/collaborations": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /** @description Those that this member may see: started by them, of a case of theirs, or, for a case manager, all. Newest first; a page may be short, and goes on while there is a cursor. Sends an ETag and honours If-None-Match. */
        get: operations["getCollaborations"];
        put?: never;
        /** @description Gives it its number, sends the emails and opens the edit window: 3 minutes, or until a collaborator first reads. Idempotency-Key makes a repeat the same collaboration. */
        post: operations["startCollaboration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/practices/{practiceId}/collaborations/{collaborationId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                collaborationId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /** @description Sends an ETag and honours If-None-Match. */
        get: operations["getCollaboration"];
        /** @description Inside the window, by its starter. Refused with `collaboration-read`, `readBy` and `readAt` once somebody has read, with `edit-window-over` after three minutes, with `changed-meanwhile` where the version is not the newest. */
        put: operations["editCollaboration"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/practices/{practiceId}/collaborations/{collaborationId}/close": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                collaborationId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Closed, it is read and not written. */
        post: operations["closeCollaboration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/practices/{practiceId}/collaborations/{collaborationId}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                collaborationId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["reopenCollaboration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/practices/{practiceId}/collaborations/{collaborationId}/collaborators/{contactId}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                collaborationId: components["schemas"]["Id"];
                contactId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Ends somebody's access at once, at any time; the reason is shown to them. */
        post: operations["removeCollaborator"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/practices/{practiceId}/collaborations/{collaborationId}/collaborators/{contactId}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                collaborationId: components["schemas"]["Id"];
                contactId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Sends the email again to somebody who has not read; a link to register is replaced by a new one. 429 `sent-too-often` for the sixth email within an hour and the twenty-first within thirty days. */
        post: operations["resendCollaboration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/practices/{practiceId}/collaborations/{collaborationId}/collaborators/{contactId}/address": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                collaborationId: components["schemas"]["Id"];
                contactId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        /** @description Sends to another address of somebody who has not read; the old link stops working, and whoever has the account of the old address is out. The contact in the address book stays as it is. 429 `sent-too-often` for the sixth email within an hour and the twenty-first within thirty days. */
        put: operations["correctCollaboratorAddress"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/practices/{practiceId}/audit/verification": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /** @description Managers only. Walks the whole chain and says where it is broken. */
        get: operations["verifyAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collaborations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The collaborations that the caller was invited into, of all practices, newest first. Sends an ETag and honours If-None-Match. */
        get: operations["getSharedCollaborations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collaborations/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description How many wait to be read or have something new. Sends an ETag and honours If-None-Match. */
        get: operations["getSharedCollaborationCount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collaborations/{collaborationId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                collaborationId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /** @description As this collaborator sees it. Before it was opened it says that a message waits, and nothing of what it is about. Sends an ETag and honours If-None-Match. */
        get: operations["getSharedCollaboration"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collaborations/{collaborationId}/open": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                collaborationId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Reads it for the first time, which ends the edit window, and answers what was read. Again, it changes nothing. */
        post: operations["openSharedCollaboration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The threads of this patient or collaborator, newest first. Sends an ETag and honours If-None-Match. */
        get: operations["getInbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inbox/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description How many threads are unread. Sends an ETag and honours If-None-Match. */
        get: operations["getInboxCount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/threads/{threadId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                threadId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /** @description The thread and its newest messages; `before` gives earlier ones. Sends an ETag and honours If-None-Match. */
        get: operations["getThread"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/threads/{threadId}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                threadId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Idempotency-Key makes a repeat the same message. */
        post: operations["sendMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/threads/{threadId}/messages/{messageId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                threadId: components["schemas"]["Id"];
                messageId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** @description The sender's, until it has been read. */
        delete: operations["withdrawMessage"];
        options?: never;
        head?: never;
        /** @description The sender's, until it has been read; the old version stays visible to the audit. */
        patch: operations["correctMessage"];
        trace?: never;
    };
    "/threads/{threadId}/read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                threadId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        /** @description Everything up to this message has been seen by this reader. */
        put: operations["markRead"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/threads/{threadId}/files": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                threadId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Begins to upload a file for a message of this thread. */
        post: operations["beginThreadFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/files/{fileId}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fileId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Every block has arrived: the file is checked and committed, or quarantined with the reason. */
        post: operations["completeFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/files/{fileId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fileId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /** @description How far the checking is. */
        get: operations["getFile"];
        put?: never;
        post?: never;
        /** @description A file that is in no message yet. */
        delete: operations["discardFile"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/files/{fileId}/address": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fileId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /** @description A signed address for this one file, for at most 5 minutes. */
        get: operations["getFileAddress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/csp-reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description What a browser refused to load on our pages (Content Security Policy Level 3), in either form of report. */
        post: operations["takePolicyReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/delivery-reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Event Grid's reports of emails and texts; answers its validation handshake. */
        post: operations["receiveDeliveryReports"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/call-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Events of calls under way (CloudEvents). */
        post: operations["receiveCallEvents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operations/workflows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Operators only, by the key in the header `Operator-Key`; to anybody else there is no such route. Orchestrations, a page at a time. */
        get: operations["getWorkflows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operations/workflows/{workflowId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workflowId: string;
            };
            cookie?: never;
        };
        /** @description Operators only. One orchestration; of a failure the types of what went wrong, never its sentences. */
        get: operations["getWorkflow"];
        put?: never;
        post?: never;
        /** @description Operators only. Forgets an orchestration that has ended, and its sub-orchestrations. */
        delete: operations["purgeWorkflow"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operations/workflows/{workflowId}/redrive": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workflowId: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Operators only. Begins an orchestration anew that failed or was cancelled, under its own id and with its own input. What its steps sent is not sent again. A failed import, export or archive is asked for anew by whoever wants it, and refused here (workflow-begun-anew-by-person). */
        post: operations["redriveWorkflow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operations/workflows/{workflowId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workflowId: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Operators only. Ends an orchestration that has not ended. */
        post: operations["cancelWorkflow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operations/workflow-purges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Operators only. Forgets orchestrations that ended before an instant that is past, at most 200 a call; those that failed only where that is said. */
        post: operations["purgeWorkflows"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operations/practices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Operators only. Makes a practice and sends its first manager an invitation to register. With an id of the caller's own, asked again after no answer came, it is the same practice and what is missing is done. */
        post: operations["makePractice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operations/practices/{practiceId}/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Operators only. A new link for the first manager; the old one stops working. Refused once somebody has registered. */
        post: operations["inviteFirstManager"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Id: string;
        /** Format: date-time */
        Instant: string;
        /** Format: date */
        Date: string;
        /** @enum {string} */
        Language: "en" | "es" | "fr";
        Email: string;
        AnyValue: unknown;
        HookAnswer: {
            validationResponse?: string;
        };
        Problem: {
            status: number;
            code: string;
            title: string;
            type?: string;
            detail?: string;
            errors?: {
                [key: string]: string[];
            };
            retryAfterSeconds?: number;
            attemptsLeft?: number;
            /** @description Who had read first. */
            readBy?: string;
            readAt?: components["schemas"]["Instant"];
            /** @description Under which the service keeps what happened (W3C Trace Context). For support. */
            traceId?: string;
        };
        NewPractice: {
            name: string;
            language: components["schemas"]["Language"];
            /** @description IANA name. */
            timeZone: string;
            /** @description ISO 3166-1 alpha-2, its own first. */
            countries: string[];
            managerFirstName: string;
            managerLastName: string;
            managerEmail: components["schemas"]["Email"];
            /** @enum {string} */
            managerRole: "doctor" | "staff";
            practiceId?: components["schemas"]["Id"];
        };
        MadePractice: {
            practiceId: components["schemas"]["Id"];
            memberId: components["schemas"]["Id"];
        };
        /** @enum {string} */
        WorkflowStatus: "pending" | "running" | "suspended" | "completed" | "failed" | "cancelled";
        Workflow: {
            workflowId: string;
            /** @description Of the orchestrator. */
            name: string;
            status: components["schemas"]["WorkflowStatus"];
            createdAt: components["schemas"]["Instant"];
            updatedAt: components["schemas"]["Instant"];
        };
        WorkflowList: {
            workflows: components["schemas"]["Workflow"][];
            cursor?: string;
        };
        WorkflowDetail: {
            workflow: components["schemas"]["Workflow"];
            /** @description JSON of ids. */
            input?: string;
            /** @description JSON of ids. */
            customStatus?: string;
            /** @description Types, the outermost first. */
            failures: string[];
            /** @description The latest last, at most 500. */
            history: components["schemas"]["WorkflowEvent"][];
            /** @description How many came before those. */
            earlier: number;
        };
        /** @description One line of an orchestration's history. Of what went in and came out it has nothing. */
        WorkflowEvent: {
            at: components["schemas"]["Instant"];
            /** @enum {string} */
            kind: "started" | "activityBegun" | "activityCompleted" | "activityFailed" | "timerSet" | "timerFired" | "eventReceived" | "eventSent" | "workflowBegun" | "workflowCompleted" | "workflowFailed" | "suspended" | "resumed" | "begunAnew" | "completed" | "failed" | "cancelled";
            /** @description Of the activity, the event or the other orchestration. */
            name?: string;
            dueAt?: components["schemas"]["Instant"];
            /** @description Types, the outermost first. */
            failures?: string[];
        };
        CancelForm: {
            /** @enum {string} */
            reason: "stuck" | "startedByMistake" | "obsolete" | "replaced";
        };
        PurgeForm: {
            endedBefore: components["schemas"]["Instant"];
            /** @description Whether also those that failed. */
            failed?: boolean;
        };
        PurgeAnswer: {
            purged: number;
            /** @description Whether to call again. */
            more: boolean;
        };
        Health: {
            /** @enum {string} */
            status: "healthy" | "unhealthy";
            healthy: boolean;
            parts: {
                /** @enum {string} */
                part: "tables" | "blobs" | "orchestrations";
                answers: boolean;
            }[];
        };
        Count: {
            count: number;
        };
        /** @enum {string} */
        CollaborationState: "openForEdits" | "sent" | "delivered" | "read" | "answered" | "closed";
        /** @enum {string} */
        CollaboratorState: "queued" | "sent" | "delivered" | "bounced" | "expired" | "read" | "removed";
        /** @enum {string} */
        SharedState: "waiting" | "open" | "closed" | "removed";
        /** @enum {string} */
        PatientInfoKind: "demographics" | "allergies" | "problems" | "medications" | "results" | "immunisations" | "procedures" | "insurance";
        /** @description Only announces. Fields in braces, of those that the defaults name, are filled in for each collaborator. */
        CollaborationEmail: {
            subject: string;
            text: string;
        };
        /** @description The email that a new collaboration begins with, in one language. */
        CollaborationTemplate: {
            language: components["schemas"]["Language"];
            subject: string;
            text: string;
        };
        CollaborationDefaults: {
            language: components["schemas"]["Language"];
            /** @description One in each language, for the member to choose from: what the practice wrote, or, until it has, the standard one. The language above is the practice's. */
            emails: components["schemas"]["CollaborationTemplate"][];
            /** @description The product's own words, in each language. */
            standardEmails: components["schemas"]["CollaborationTemplate"][];
            patientInfo: components["schemas"]["PatientInfoKind"][];
            fields: string[];
        };
        CollaborationDraft: {
            patientId: components["schemas"]["Id"];
            caseId?: components["schemas"]["Id"];
            email: components["schemas"]["CollaborationEmail"];
            message: string;
            contacts: components["schemas"]["Id"][];
            patientInfo: components["schemas"]["PatientInfoKind"][];
            files: components["schemas"]["Id"][];
        };
        /** @description The whole of what it becomes. Files are those chosen or uploaded, without the Standard Patient Info. */
        CollaborationEdit: {
            /** @description That the edit is based on. */
            version: number;
            message: string;
            contacts: components["schemas"]["Id"][];
            patientInfo: components["schemas"]["PatientInfoKind"][];
            files: components["schemas"]["Id"][];
        };
        PreviewedEmail: {
            contactId: components["schemas"]["Id"];
            name: string;
            email: components["schemas"]["Email"];
            language: components["schemas"]["Language"];
            subject: string;
            text: string;
            html: string;
        };
        PreviewedAttachment: {
            name: string;
            patientInfo?: components["schemas"]["PatientInfoKind"];
            file?: components["schemas"]["File"];
        };
        CollaborationPreview: {
            emails: components["schemas"]["PreviewedEmail"][];
            message: string;
            attachments: components["schemas"]["PreviewedAttachment"][];
        };
        CollaborationAttachment: {
            file: components["schemas"]["File"];
            patientInfo?: components["schemas"]["PatientInfoKind"];
        };
        Collaborator: {
            contactId: components["schemas"]["Id"];
            name: string;
            email: components["schemas"]["Email"];
            organisation?: string;
            state: components["schemas"]["CollaboratorState"];
            addedAt: components["schemas"]["Instant"];
            readAt?: components["schemas"]["Instant"];
            removedAt?: components["schemas"]["Instant"];
            removedBy?: string;
            removalReason?: string;
        };
        Collaboration: {
            collaborationId: components["schemas"]["Id"];
            number: number;
            state: components["schemas"]["CollaborationState"];
            patient: components["schemas"]["PatientSummary"];
            caseId?: components["schemas"]["Id"];
            starter: string;
            mine: boolean;
            email: components["schemas"]["CollaborationEmail"];
            message: string;
            version: number;
            startedAt: components["schemas"]["Instant"];
            locksAt: components["schemas"]["Instant"];
            /** @description Now, by this member. Counts down to `locksAt`, unless somebody reads. */
            canEdit: boolean;
            firstRead?: components["schemas"]["ReadReceipt"];
            collaborators: components["schemas"]["Collaborator"][];
            attachments: components["schemas"]["CollaborationAttachment"][];
            threadId: components["schemas"]["Id"];
            unread: number;
            statusReason?: string;
        };
        CollaborationSummary: {
            collaborationId: components["schemas"]["Id"];
            number: number;
            state: components["schemas"]["CollaborationState"];
            patient: components["schemas"]["PatientSummary"];
            caseId?: components["schemas"]["Id"];
            starter: string;
            mine: boolean;
            collaborators: string[];
            startedAt: components["schemas"]["Instant"];
            lastAt: components["schemas"]["Instant"];
            unread: number;
        };
        CollaborationList: {
            collaborations: components["schemas"]["CollaborationSummary"][];
            cursor?: string;
        };
        SharedCollaborationItem: {
            collaborationId: components["schemas"]["Id"];
            number: number;
            practiceName: string;
            memberName: string;
            state: components["schemas"]["SharedState"];
            lastAt: components["schemas"]["Instant"];
            unread: number;
        };
        SharedCollaborationList: {
            collaborations: components["schemas"]["SharedCollaborationItem"][];
            cursor?: string;
        };
        SharedPatient: {
            name: string;
            /** Format: date */
            birthDate?: string;
        };
        FellowCollaborator: {
            name: string;
            organisation?: string;
            /** @description The caller. */
            mine: boolean;
        };
        SharedContent: {
            patient: components["schemas"]["SharedPatient"];
            message: string;
            attachments: components["schemas"]["CollaborationAttachment"][];
            collaborators: components["schemas"]["FellowCollaborator"][];
            threadId: components["schemas"]["Id"];
        };
        /** @description The content is there once it was opened, while the caller has access. */
        SharedCollaboration: {
            collaborationId: components["schemas"]["Id"];
            number: number;
            practiceId: components["schemas"]["Id"];
            practiceName: string;
            memberName: string;
            state: components["schemas"]["SharedState"];
            startedAt: components["schemas"]["Instant"];
            unread: number;
            content?: components["schemas"]["SharedContent"];
            /** @description Why the access ended. */
            reason?: string;
        };
        EmailTwice: {
            email: components["schemas"]["Email"];
            confirmEmail: components["schemas"]["Email"];
        };
        BirthDateAnswer: {
            birthDate: components["schemas"]["Date"];
        };
        /** @enum {string} */
        PhoneKind: "landline" | "cell";
        /** @enum {string} */
        Channel: "text" | "call";
        NewPhone: {
            number: string;
            kind: components["schemas"]["PhoneKind"];
        };
        OfferedPhone: {
            phoneId: components["schemas"]["Id"];
            masked: string;
            kind: components["schemas"]["PhoneKind"];
            onFile: boolean;
        };
        RegistrationPhones: {
            phones: components["schemas"]["NewPhone"][];
        };
        CodeDelivery: {
            phoneId: components["schemas"]["Id"];
            channel: components["schemas"]["Channel"];
        };
        CodeAnswer: {
            code: string;
        };
        TermsAnswer: {
            version: string;
        };
        NewPassword: {
            password: string;
            confirmPassword: string;
        };
        CodeState: {
            channel: components["schemas"]["Channel"];
            masked: string;
            delivery: components["schemas"]["CodeDeliveryState"];
            resendAfterSeconds: number;
            expiresInSeconds: number;
            attemptsLeft: number;
        };
        /** @enum {string} */
        CodeDeliveryState: "pending" | "sent" | "failed";
        PasswordRules: {
            minimumLength: number;
            maximumLength: number;
            /** @description Whether a lower and an upper case letter, a digit and a symbol have to be in it. */
            classic: boolean;
            words: string[];
        };
        /** @enum {string} */
        RegistrationStep: "birthDate" | "phone" | "delivery" | "code" | "terms" | "password" | "signIn";
        RegistrationState: {
            kind: components["schemas"]["RegistrationKind"];
            step: components["schemas"]["RegistrationStep"];
            practiceName: string;
            inviterName: string;
            language: components["schemas"]["Language"];
            phones: components["schemas"]["OfferedPhone"][];
            onlyNumbersOnFile: boolean;
            countries: components["schemas"]["PhoneCountry"][];
            code?: components["schemas"]["CodeState"];
            passwordRules?: components["schemas"]["PasswordRules"];
            termsVersion: string;
            attemptsLeft?: number;
            email?: components["schemas"]["Email"];
        };
        PhoneCountry: {
            code: string;
            calling: string;
        };
        /** @enum {string} */
        RegistrationKind: "patient" | "member" | "collaborator";
        RegistrationFinished: {
            email: components["schemas"]["Email"];
        };
        Terms: {
            version: string;
            language: components["schemas"]["Language"];
            title: string;
            paragraphs: string[];
        };
        SignIn: {
            email: components["schemas"]["Email"];
            password: string;
        };
        SignInState: {
            step: components["schemas"]["SignInStep"];
            session?: components["schemas"]["Session"];
            phones: components["schemas"]["ProofPhone"][];
            /** @description Whether the code of an authenticator app does as well. */
            authenticator: boolean;
            code?: components["schemas"]["CodeState"];
        };
        /** @enum {string} */
        SignInStep: "done" | "delivery" | "code";
        NotificationChoice: {
            /** @enum {string} */
            event: "newMessage" | "unreadReminder" | "addedToCase";
            /** @enum {string} */
            way: "email" | "text" | "both" | "none";
        };
        Account: {
            email: components["schemas"]["Email"];
            name: string;
            language: components["schemas"]["Language"];
            /** @description IANA name. */
            timeZone: string;
            phones: components["schemas"]["ProofPhone"][];
            newPhone?: components["schemas"]["CodeState"];
            /** @description Whether the codes of an app are asked for. */
            authenticator: boolean;
            passkeys: components["schemas"]["Passkey"][];
            notifications: components["schemas"]["NotificationChoice"][];
        };
        Passkey: {
            passkeyId: components["schemas"]["Id"];
            /** @description What the browser that made it says it is. */
            words: string;
            createdAt: components["schemas"]["Instant"];
            lastUsedAt?: components["schemas"]["Instant"];
        };
        PasskeyOptions: {
            /** @description WebAuthn Level 3: PublicKeyCredentialCreationOptionsJSON or PublicKeyCredentialRequestOptionsJSON. */
            options: {
                [key: string]: unknown;
            };
        };
        PasskeyCredential: {
            /** @description WebAuthn Level 3: PublicKeyCredential.toJSON(). */
            credential: {
                [key: string]: unknown;
            };
        };
        PhoneAddition: {
            password: string;
            number: string;
            kind: components["schemas"]["PhoneKind"];
            channel: components["schemas"]["Channel"];
        };
        PasswordOnly: {
            password: string;
        };
        Closing: {
            /** Format: date-time */
            closesAt: string;
        };
        AuthenticatorEnrolment: {
            /** @description Base32, in groups of four. */
            secret: string;
            /** @description What the QR code says: otpauth. */
            uri: string;
            /** @description The dark modules as SVG path data. */
            qrPath: string;
            /** @description Units of each side. */
            qrSize: number;
        };
        AccountChange: {
            language?: components["schemas"]["Language"];
            timeZone?: string;
            notifications?: components["schemas"]["NotificationChoice"][];
        };
        ProofPhone: {
            phoneId: components["schemas"]["Id"];
            masked: string;
            kind: components["schemas"]["PhoneKind"];
        };
        EmailOnly: {
            email: components["schemas"]["Email"];
        };
        PasswordResetState: {
            step: components["schemas"]["PasswordResetStep"];
            language: components["schemas"]["Language"];
            phones: components["schemas"]["ProofPhone"][];
            code?: components["schemas"]["CodeState"];
            passwordRules?: components["schemas"]["PasswordRules"];
        };
        /** @enum {string} */
        PasswordResetStep: "delivery" | "code" | "proved";
        PracticeSettings: {
            name: string;
            language: components["schemas"]["Language"];
            /** @description IANA name. */
            timeZone: string;
            /** @description ISO 3166-1 alpha-2; the practice's own first. */
            countries: string[];
            birthDateCheck: boolean;
            onlyNumbersOnFile: boolean;
            secondStepPatients: boolean;
            secondStepProfessionals: boolean;
            dailyCodeCap: number;
            /** @description Passwords of 8 characters of four kinds, none of the last six, instead of long ones. */
            classicPasswords: boolean;
            /** @description After how many days a password ends, 30 to 730; only with classic rules. */
            passwordDays?: number;
            /** @description Minutes without a request after which a session is over, 5 to 30. */
            idleMinutes: number;
            /** @description How many years closed cases and collaborations are kept, 1 to 100; for ever where it is left out. A change deletes nothing for 7 days. */
            retentionYears?: number;
            /** @description The email that a new collaboration begins with, in the languages that the practice has its own words in. */
            collaborationEmails?: components["schemas"]["CollaborationTemplate"][];
            /** @description Standard Patient Info that is on when a collaboration begins. */
            collaborationInfo?: components["schemas"]["PatientInfoKind"][];
            /** @description Types of contacts that the practice has of its own. */
            contactTypes: string[];
            /** @description How somebody is told who has not chosen. */
            notifications: components["schemas"]["NotificationChoice"][];
        };
        MemberInvitation: {
            firstName: string;
            lastName: string;
            email: components["schemas"]["Email"];
            confirmEmail: components["schemas"]["Email"];
            role: components["schemas"]["MemberRole"];
            manager: boolean;
            caseManager: boolean;
        };
        MemberChange: {
            role?: components["schemas"]["MemberRole"];
            manager?: boolean;
            caseManager?: boolean;
            disabled?: boolean;
        };
        SessionAffiliation: {
            kind: components["schemas"]["RegistrationKind"];
            practiceId: components["schemas"]["Id"];
            practiceName: string;
            memberId?: components["schemas"]["Id"];
            patientId?: components["schemas"]["Id"];
            contactId?: components["schemas"]["Id"];
            role?: components["schemas"]["MemberRole"];
            manager: boolean;
            caseManager: boolean;
        };
        Session: {
            accountId: components["schemas"]["Id"];
            name: string;
            language: components["schemas"]["Language"];
            timeZone: string;
            affiliations: components["schemas"]["SessionAffiliation"][];
            idleSeconds: number;
            idleLimitSeconds: number;
            expiresAt: components["schemas"]["Instant"];
            needsTerms: boolean;
            /** @description A practice's rules ended the password; nothing else can be done before it is changed. */
            needsPassword: boolean;
        };
        PasswordChange: {
            currentPassword: string;
            password: string;
            confirmPassword: string;
        };
        Device: {
            sessionId: components["schemas"]["Id"];
            words: string;
            current: boolean;
            createdAt: components["schemas"]["Instant"];
            lastSeenAt: components["schemas"]["Instant"];
        };
        DeviceList: {
            devices: components["schemas"]["Device"][];
        };
        /** @enum {string} */
        MemberRole: "doctor" | "staff";
        /** @enum {string} */
        MemberState: "invited" | "active" | "disabled";
        Member: {
            memberId: components["schemas"]["Id"];
            firstName: string;
            lastName: string;
            email: components["schemas"]["Email"];
            role: components["schemas"]["MemberRole"];
            manager: boolean;
            caseManager: boolean;
            state: components["schemas"]["MemberState"];
            locked: boolean;
        };
        MemberList: {
            members: components["schemas"]["Member"][];
        };
        MemberName: {
            memberId: components["schemas"]["Id"];
            name: string;
            role: components["schemas"]["MemberRole"];
        };
        MemberChoice: {
            memberId: components["schemas"]["Id"];
        };
        PatientForm: {
            firstName: string;
            lastName: string;
            code?: string;
            birthDate?: components["schemas"]["Date"];
            email?: components["schemas"]["Email"];
            mobile?: string;
            landline?: string;
            language?: components["schemas"]["Language"];
        };
        Patient: {
            patientId: components["schemas"]["Id"];
            firstName: string;
            lastName: string;
            code: string;
            birthDate?: components["schemas"]["Date"];
            email?: components["schemas"]["Email"];
            mobile?: string;
            landline?: string;
            language: components["schemas"]["Language"];
            registered: boolean;
            etag: string;
        };
        PatientSummary: {
            patientId: components["schemas"]["Id"];
            name: string;
            code: string;
            birthDate?: components["schemas"]["Date"];
        };
        PatientList: {
            patients: components["schemas"]["PatientSummary"][];
            cursor?: string;
        };
        ContactForm: {
            firstName: string;
            lastName: string;
            /** @description Letters, digits, and inside it - . _ /; kept in upper case. */
            code?: string;
            type: components["schemas"]["ContactType"];
            email: components["schemas"]["Email"];
            /** @description In a country that the practice serves. */
            phone?: string;
            organisation?: string;
            specialty?: string;
        };
        /** @description referringDentist, specialist, physician, laboratory, insurer, other, or the name of one that the practice added. */
        ContactType: string;
        Contact: {
            contactId: components["schemas"]["Id"];
            firstName: string;
            lastName: string;
            code: string;
            type: components["schemas"]["ContactType"];
            email: components["schemas"]["Email"];
            /** @description E.164. */
            phone?: string;
            organisation?: string;
            specialty?: string;
            archived: boolean;
            changedAt: components["schemas"]["Instant"];
            /** @description Other contacts with this address, archived ones included. */
            sameEmail: components["schemas"]["Id"][];
        };
        OpenedContact: {
            contact: components["schemas"]["Contact"];
            /** @description For If-Match. */
            version: string;
        };
        ContactList: {
            contacts: components["schemas"]["Contact"][];
            cursor?: string;
            /** @description The practice's own. */
            types: string[];
        };
        CodeAvailability: {
            /** @description In the form in which it would be kept. */
            code: string;
            free: boolean;
            suggestion?: string;
        };
        /** @description What became of a part of a file. Counts and lines are the part's. */
        ContactImport: {
            added: number;
            changed: number;
            unchanged: number;
            refused: number;
            lines: components["schemas"]["ContactImportLine"][];
            /** @description Columns that nothing was read from. */
            ignoredColumns: string[];
            /** @description Of the whole file, its header left out. */
            rows: number;
            /** @description How many rows are through, and where the next part begins; missing after the last. */
            next?: number;
        };
        ContactImportLine: {
            /** @description Of the file, where the row begins; the first is 1. */
            line: number;
            /** @enum {string} */
            outcome: "added" | "changed" | "unchanged" | "refused";
            /** @description The contact's. */
            code?: string;
            reasons: components["schemas"]["ContactImportReason"][];
        };
        ContactImportReason: {
            /** @description As in a problem. */
            code: string;
            /** @description The field's name in ContactForm; the whole row where it is missing. */
            field?: string;
        };
        /** @enum {string} */
        CaseStatus: "open" | "closed";
        CaseForm: {
            patientId: components["schemas"]["Id"];
            title: string;
            members?: components["schemas"]["Id"][];
        };
        CaseSummary: {
            caseId: components["schemas"]["Id"];
            title: string;
            patient: components["schemas"]["PatientSummary"];
            status: components["schemas"]["CaseStatus"];
            unread: boolean;
            lastActivityAt: components["schemas"]["Instant"];
            members: string[];
        };
        CaseList: {
            cases: components["schemas"]["CaseSummary"][];
            cursor?: string;
        };
        Case: {
            caseId: components["schemas"]["Id"];
            title: string;
            patient: components["schemas"]["PatientSummary"];
            status: components["schemas"]["CaseStatus"];
            statusReason?: string;
            members: components["schemas"]["MemberName"][];
            createdAt: components["schemas"]["Instant"];
            doctorTalkId: components["schemas"]["Id"];
            doctorTalkUnread: number;
            patientTalkUnread: number;
            attachments: number;
            mine: boolean;
        };
        Reason: {
            reason: string;
        };
        /** @enum {string} */
        ActivityKind: "caseCreated" | "caseClosed" | "caseReopened" | "memberAdded" | "memberRemoved" | "fileShared" | "fileAdded" | "collaborationStarted" | "collaborationAnswered" | "collaborationClosed" | "collaborationReopened";
        Activity: {
            at: components["schemas"]["Instant"];
            kind: components["schemas"]["ActivityKind"];
            byName?: string;
            aboutName?: string;
            reason?: string;
        };
        ActivityList: {
            activities: components["schemas"]["Activity"][];
            cursor?: string;
        };
        /** @enum {string} */
        PatientTalkState: "notInvited" | "invited" | "talking" | "left";
        /** @enum {string} */
        InvitationState: "queued" | "sent" | "delivered" | "bounced" | "opened" | "locked" | "done" | "withdrawn" | "expired";
        /** @enum {string} */
        InvitationEventKind: "queued" | "sent" | "delivered" | "bounced" | "opened" | "birthDateAnswered" | "birthDateWrong" | "phoneChosen" | "codeSent" | "codeFailed" | "codeAnswered" | "termsAccepted" | "passwordSet" | "signedIn" | "reminded" | "locked" | "withdrawn" | "resent" | "addressCorrected" | "expired" | "newLinkAsked";
        InvitationEvent: {
            kind: components["schemas"]["InvitationEventKind"];
            at: components["schemas"]["Instant"];
        };
        Invitation: {
            invitationId: components["schemas"]["Id"];
            email: components["schemas"]["Email"];
            state: components["schemas"]["InvitationState"];
            timeline: components["schemas"]["InvitationEvent"][];
            expiresAt: components["schemas"]["Instant"];
        };
        PatientTalk: {
            state: components["schemas"]["PatientTalkState"];
            patient: components["schemas"]["Patient"];
            invitation?: components["schemas"]["Invitation"];
            threadId?: components["schemas"]["Id"];
        };
        PatientInvitation: {
            email: components["schemas"]["Email"];
            confirmEmail: components["schemas"]["Email"];
            mobile?: string;
            landline?: string;
            firstMessage?: string;
        };
        /** @enum {string} */
        ThreadKind: "doctorTalk" | "patientTalk" | "collaboration";
        Author: {
            name: string;
            mine: boolean;
            side: components["schemas"]["AuthorSide"];
        };
        /** @enum {string} */
        AuthorSide: "practice" | "patient" | "collaborator";
        /** @enum {string} */
        MessageState: "sent" | "corrected" | "withdrawn";
        Message: {
            messageId: components["schemas"]["Id"];
            sequence: number;
            author: components["schemas"]["Author"];
            at: components["schemas"]["Instant"];
            text: string;
            files: components["schemas"]["File"][];
            state: components["schemas"]["MessageState"];
            correctedAt?: components["schemas"]["Instant"];
            readBy: components["schemas"]["ReadReceipt"][];
            canChange: boolean;
            delivered: boolean;
        };
        ReadReceipt: {
            name: string;
            at: components["schemas"]["Instant"];
        };
        Thread: {
            threadId: components["schemas"]["Id"];
            kind: components["schemas"]["ThreadKind"];
            practiceId: components["schemas"]["Id"];
            practiceName: string;
            subject: string;
            withName?: string;
            caseId?: components["schemas"]["Id"];
            collaborationId?: components["schemas"]["Id"];
            closed: boolean;
            unread: number;
            messages: components["schemas"]["Message"][];
            more: boolean;
        };
        NewMessage: {
            text: string;
            files: components["schemas"]["Id"][];
        };
        MessageText: {
            text: string;
        };
        ReadUpTo: {
            sequence: number;
        };
        InboxItem: {
            threadId: components["schemas"]["Id"];
            kind: components["schemas"]["ThreadKind"];
            practiceName: string;
            memberName: string;
            firstLine: string;
            lastAt: components["schemas"]["Instant"];
            unread: number;
            hasFiles: boolean;
        };
        Inbox: {
            items: components["schemas"]["InboxItem"][];
            cursor?: string;
        };
        /** @enum {string} */
        FileState: "uploading" | "checking" | "ready" | "quarantined";
        /** @enum {string} */
        FileReason: "malware" | "typeMismatch" | "tooLarge" | "empty" | "broken";
        /** @enum {string} */
        FileKind: "image" | "pdf" | "document" | "other";
        File: {
            fileId: components["schemas"]["Id"];
            name: string;
            kind: components["schemas"]["FileKind"];
            contentType: string;
            /** Format: int64 */
            size: number;
            state: components["schemas"]["FileState"];
            reason?: components["schemas"]["FileReason"];
            shared: boolean;
            canShare: boolean;
        };
        FileForm: {
            name: string;
            /** Format: int64 */
            size: number;
            contentType?: string;
        };
        Upload: {
            file: components["schemas"]["File"];
            url: string;
            blockBytes: number;
            expiresAt: components["schemas"]["Instant"];
        };
        Blocks: {
            blocks: string[];
        };
        FileAddress: {
            url: string;
            expiresAt: components["schemas"]["Instant"];
        };
        Attachment: {
            file: components["schemas"]["File"];
            uploader: string;
            at: components["schemas"]["Instant"];
            fromPatient: boolean;
        };
        AttachmentList: {
            attachments: components["schemas"]["Attachment"][];
            cursor?: string;
        };
        Archive: {
            /** @enum {string} */
            state: "preparing" | "ready";
            done: number;
            files: number;
            url?: string;
            expiresAt?: components["schemas"]["Instant"];
        };
        /** @enum {string} */
        Shelf: "correspondence" | "images" | "education";
        Document: {
            file: components["schemas"]["File"];
            shelf: components["schemas"]["Shelf"];
            title: string;
            /** @description Of the letter or the picture: a year, a month or a day. */
            date?: string;
            addedAt: components["schemas"]["Instant"];
            addedBy: string;
            imported: boolean;
            restorableUntil?: components["schemas"]["Instant"];
            etag: string;
        };
        DocumentList: {
            documents: components["schemas"]["Document"][];
            cursor?: string;
        };
        /** @description Of the letter or the picture, as exactly as it is known: a year, a month or a day. */
        DocumentDate: string;
        DocumentForm: {
            title: string;
            date?: components["schemas"]["DocumentDate"];
        };
        NewDocument: {
            shelf: components["schemas"]["Shelf"];
            /** @description The name of the file where nothing is said. */
            title?: string;
            date?: components["schemas"]["DocumentDate"];
            name: string;
            /** Format: int64 */
            size: number;
            contentType?: string;
        };
        /** @enum {string} */
        RecordKind: "allergyIntolerance" | "condition" | "medicationRequest" | "medicationStatement" | "observation" | "immunization" | "procedure" | "coverage" | "documentReference";
        /** @description As written where it came from: a year, a month, a day, or a time with its offset. */
        FhirDate: string;
        Coding: {
            system?: string;
            code?: string;
            display?: string;
        };
        /** @description Show the text; without one the first display, then the first code. */
        Concept: {
            text?: string;
            codings: components["schemas"]["Coding"][];
        };
        Quantity: {
            value?: number;
            comparator?: string;
            unit?: string;
            system?: string;
            code?: string;
        };
        /** @description At a time, in a period, or in words. */
        When: {
            at?: components["schemas"]["FhirDate"];
            start?: components["schemas"]["FhirDate"];
            end?: components["schemas"]["FhirDate"];
            text?: string;
        };
        SourceIdentifier: {
            system: string;
            value: string;
        };
        RecordSource: {
            resourceId?: string;
            identifiers: components["schemas"]["SourceIdentifier"][];
            lastUpdated?: components["schemas"]["FhirDate"];
        };
        AllergyReaction: {
            manifestations: components["schemas"]["Concept"][];
            severity?: string;
        };
        AllergyRecord: {
            source: components["schemas"]["RecordSource"];
            clinicalStatus?: components["schemas"]["Concept"];
            verificationStatus?: components["schemas"]["Concept"];
            type?: string;
            categories: string[];
            criticality?: string;
            code: components["schemas"]["Concept"];
            onset?: components["schemas"]["When"];
            recordedDate?: components["schemas"]["FhirDate"];
            reactions: components["schemas"]["AllergyReaction"][];
            notes: string[];
        };
        ConditionRecord: {
            source: components["schemas"]["RecordSource"];
            clinicalStatus?: components["schemas"]["Concept"];
            verificationStatus?: components["schemas"]["Concept"];
            categories: components["schemas"]["Concept"][];
            severity?: components["schemas"]["Concept"];
            code: components["schemas"]["Concept"];
            bodySites: components["schemas"]["Concept"][];
            onset?: components["schemas"]["When"];
            abatement?: components["schemas"]["When"];
            recordedDate?: components["schemas"]["FhirDate"];
            notes: string[];
        };
        Dosage: {
            text?: string;
            asNeeded?: boolean;
            frequency?: number;
            period?: number;
            periodUnit?: string;
            route?: components["schemas"]["Concept"];
            dose?: components["schemas"]["Quantity"];
        };
        MedicationRequestRecord: {
            source: components["schemas"]["RecordSource"];
            status: string;
            intent: string;
            medication: components["schemas"]["Concept"];
            authoredOn?: components["schemas"]["FhirDate"];
            dosages: components["schemas"]["Dosage"][];
            notes: string[];
        };
        MedicationStatementRecord: {
            source: components["schemas"]["RecordSource"];
            status: string;
            medication: components["schemas"]["Concept"];
            effective?: components["schemas"]["When"];
            dateAsserted?: components["schemas"]["FhirDate"];
            dosages: components["schemas"]["Dosage"][];
            notes: string[];
        };
        /** @description One of them. */
        ObservedValue: {
            quantity?: components["schemas"]["Quantity"];
            concept?: components["schemas"]["Concept"];
            text?: string;
            flag?: boolean;
            number?: number;
            at?: components["schemas"]["FhirDate"];
        };
        ObservationComponent: {
            code: components["schemas"]["Concept"];
            value?: components["schemas"]["ObservedValue"];
        };
        ReferenceRange: {
            low?: components["schemas"]["Quantity"];
            high?: components["schemas"]["Quantity"];
            text?: string;
        };
        ObservationRecord: {
            source: components["schemas"]["RecordSource"];
            status: string;
            categories: components["schemas"]["Concept"][];
            code: components["schemas"]["Concept"];
            effective?: components["schemas"]["When"];
            issued?: components["schemas"]["FhirDate"];
            value?: components["schemas"]["ObservedValue"];
            absentReason?: components["schemas"]["Concept"];
            interpretations: components["schemas"]["Concept"][];
            ranges: components["schemas"]["ReferenceRange"][];
            components: components["schemas"]["ObservationComponent"][];
            notes: string[];
        };
        ImmunizationRecord: {
            source: components["schemas"]["RecordSource"];
            status: string;
            vaccine: components["schemas"]["Concept"];
            occurrence: components["schemas"]["When"];
            primarySource?: boolean;
            lotNumber?: string;
            expirationDate?: components["schemas"]["FhirDate"];
            site?: components["schemas"]["Concept"];
            dose?: components["schemas"]["Quantity"];
            notes: string[];
        };
        ProcedureRecord: {
            source: components["schemas"]["RecordSource"];
            status: string;
            code: components["schemas"]["Concept"];
            performed?: components["schemas"]["When"];
            bodySites: components["schemas"]["Concept"][];
            outcome?: components["schemas"]["Concept"];
            notes: string[];
        };
        CoverageClass: {
            type: components["schemas"]["Concept"];
            value: string;
            name?: string;
        };
        CoverageRecord: {
            source: components["schemas"]["RecordSource"];
            status: string;
            type?: components["schemas"]["Concept"];
            subscriberId?: string;
            relationship?: components["schemas"]["Concept"];
            period?: components["schemas"]["When"];
            payors: string[];
            classes: components["schemas"]["CoverageClass"][];
        };
        /** @enum {string} */
        Library: "correspondence" | "images";
        DocumentFile: {
            file: components["schemas"]["Id"];
            title?: string;
            contentType: string;
            /** Format: int64 */
            size: number;
            createdAt?: components["schemas"]["FhirDate"];
        };
        DocumentRecord: {
            source: components["schemas"]["RecordSource"];
            status: string;
            library: components["schemas"]["Library"];
            type?: components["schemas"]["Concept"];
            categories: components["schemas"]["Concept"][];
            date?: components["schemas"]["FhirDate"];
            description?: string;
            files: components["schemas"]["DocumentFile"][];
        };
        KeptAllergy: {
            recordId: components["schemas"]["Id"];
            record: components["schemas"]["AllergyRecord"];
        };
        KeptCondition: {
            recordId: components["schemas"]["Id"];
            record: components["schemas"]["ConditionRecord"];
        };
        KeptMedicationRequest: {
            recordId: components["schemas"]["Id"];
            record: components["schemas"]["MedicationRequestRecord"];
        };
        KeptMedicationStatement: {
            recordId: components["schemas"]["Id"];
            record: components["schemas"]["MedicationStatementRecord"];
        };
        KeptObservation: {
            recordId: components["schemas"]["Id"];
            record: components["schemas"]["ObservationRecord"];
        };
        KeptImmunization: {
            recordId: components["schemas"]["Id"];
            record: components["schemas"]["ImmunizationRecord"];
        };
        KeptProcedure: {
            recordId: components["schemas"]["Id"];
            record: components["schemas"]["ProcedureRecord"];
        };
        KeptCoverage: {
            recordId: components["schemas"]["Id"];
            record: components["schemas"]["CoverageRecord"];
        };
        /** @description The files are opened by getFileAddress when they are ready. */
        KeptDocument: {
            recordId: components["schemas"]["Id"];
            record: components["schemas"]["DocumentRecord"];
            files: components["schemas"]["File"][];
        };
        Records: {
            allergies: components["schemas"]["KeptAllergy"][];
            conditions: components["schemas"]["KeptCondition"][];
            medicationRequests: components["schemas"]["KeptMedicationRequest"][];
            medicationStatements: components["schemas"]["KeptMedicationStatement"][];
            observations: components["schemas"]["KeptObservation"][];
            immunizations: components["schemas"]["KeptImmunization"][];
            procedures: components["schemas"]["KeptProcedure"][];
            coverages: components["schemas"]["KeptCoverage"][];
            documents: components["schemas"]["KeptDocument"][];
            cursor?: string;
        };
        ImportForm: {
            /**
             * Format: int64
             * @description Bytes.
             */
            size: number;
            /** @description As in the media type, such as 4.0; nothing for R4. */
            fhirVersion?: string;
        };
        /** @enum {string} */
        ImportState: "uploading" | "running" | "done" | "failed";
        Import: {
            importId: components["schemas"]["Id"];
            state: components["schemas"]["ImportState"];
            /** @description Entries; absent until they were counted. */
            total?: number;
            taken: number;
            refused: number;
            /** @description Of the report. */
            lines: number;
            begunAt: components["schemas"]["Instant"];
            endedAt?: components["schemas"]["Instant"];
        };
        ImportUpload: {
            import: components["schemas"]["Import"];
            url: string;
            blockBytes: number;
            expiresAt: components["schemas"]["Instant"];
        };
        ImportLine: {
            /** @description Its place in the bundle, from 1; absent for the bundle itself. */
            entry?: number;
            resource?: string;
            /** @description Whether the entry was taken all the same. */
            taken: boolean;
            /** @description A stable code. */
            reason: string;
            /** @description Which elements, with commas. */
            element?: string;
            /**
             * Format: int64
             * @description The byte at which the JSON breaks.
             */
            place?: number;
        };
        ImportList: {
            imports: components["schemas"]["Import"][];
            cursor?: string;
        };
        ImportReport: {
            lines: components["schemas"]["ImportLine"][];
            cursor?: string;
        };
        /** @enum {string} */
        ExportState: "running" | "ready" | "failed" | "gone";
        Export: {
            exportId: components["schemas"]["Id"];
            state: components["schemas"]["ExportState"];
            url?: string;
            expiresAt?: components["schemas"]["Instant"];
        };
        AuditVerification: {
            intact: boolean;
            /** Format: int64 */
            entries: number;
            /** Format: int64 */
            brokenAt?: number;
            fault?: string;
        };
    };
    responses: {
        /** @description Which parts answer. */
        Health: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Health"];
            };
        };
        /** @description What kept it from being done, with a stable code. */
        Problem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Health"];
            503: components["responses"]["Health"];
            default: components["responses"]["Problem"];
        };
    };
    getRegistration: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistrationState"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    answerBirthDate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BirthDateAnswer"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistrationState"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    chooseRegistrationPhones: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegistrationPhones"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistrationState"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    chooseRegistrationDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeDelivery"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistrationState"];
                };
            };
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistrationState"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    resendRegistrationCode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistrationState"];
                };
            };
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistrationState"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    answerRegistrationCode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeAnswer"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistrationState"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    acceptRegistrationTerms: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TermsAnswer"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistrationState"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    setRegistrationPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPassword"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistrationFinished"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    askForNewLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getTerms: {
        parameters: {
            query?: {
                language?: components["schemas"]["Language"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Terms"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInState"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInState"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    answerSignInAuthenticator: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeAnswer"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInState"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getPasskeySignInOptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyOptions"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    signInWithPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasskeyCredential"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInState"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    chooseSignInDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeDelivery"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInState"];
                };
            };
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInState"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    resendSignInCode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInState"];
                };
            };
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInState"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    answerSignInCode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeAnswer"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInState"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    keepSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    acceptNewTerms: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TermsAnswer"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    askForPasswordReset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmailOnly"];
            };
        };
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getPasswordReset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasswordResetState"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    choosePasswordResetDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeDelivery"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasswordResetState"];
                };
            };
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasswordResetState"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    resendPasswordResetCode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasswordResetState"];
                };
            };
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasswordResetState"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    answerPasswordResetCode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeAnswer"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasswordResetState"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    setPasswordByReset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPassword"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistrationFinished"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    changeAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountChange"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChange"];
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getPasswordRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasswordRules"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    addPhone: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PhoneAddition"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    confirmPhone: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeAnswer"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    resendPhoneCode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    removePhone: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                phoneId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordOnly"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    beginAuthenticator: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordOnly"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthenticatorEnrolment"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    confirmAuthenticator: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeAnswer"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    removeAuthenticator: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordOnly"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    archiveOwnData: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ready. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Archive"];
                };
            };
            /** @description Being made. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Archive"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    closeAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordOnly"];
            };
        };
        responses: {
            /** @description Asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Closing"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getPasskeyOptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordOnly"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyOptions"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    addPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasskeyCredential"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    removePasskey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                passkeyId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordOnly"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getDevices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeviceList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    endDevice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sessionId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getPracticeSettings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PracticeSettings"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    changePracticeSettings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PracticeSettings"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PracticeSettings"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getMembers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    inviteMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberInvitation"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    changeMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                memberId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberChange"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    reinviteMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                memberId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    unlockMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                memberId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    searchPatients: {
        parameters: {
            query?: {
                q?: string;
                cursor?: string;
            };
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    createPatient: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatientForm"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Patient"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getPatient: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                patientId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Patient"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    changePatient: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                patientId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatientForm"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Patient"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    unlockPatient: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                patientId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getRecords: {
        parameters: {
            query?: {
                kind?: components["schemas"]["RecordKind"];
                cursor?: string;
            };
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                patientId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Records"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getDocuments: {
        parameters: {
            query?: {
                shelf?: "correspondence" | "images";
                sort?: "date" | "title";
                removed?: boolean;
                cursor?: string;
            };
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                patientId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentList"];
                };
            };
            /** @description Not changed. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    beginDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                patientId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDocument"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Upload"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    changeDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                patientId: components["schemas"]["Id"];
                documentId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DocumentForm"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Document"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    removeDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                patientId: components["schemas"]["Id"];
                documentId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    restoreDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                patientId: components["schemas"]["Id"];
                documentId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Document"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getEducation: {
        parameters: {
            query?: {
                sort?: "date" | "title";
                removed?: boolean;
                cursor?: string;
            };
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentList"];
                };
            };
            /** @description Not changed. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    beginEducation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDocument"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Upload"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    changeEducation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                documentId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DocumentForm"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Document"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    removeEducation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                documentId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    restoreEducation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                documentId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Document"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    showPatientInfo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                patientId: components["schemas"]["Id"];
                kind: components["schemas"]["PatientInfoKind"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileAddress"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    exportPatient: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                patientId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Export"];
                };
            };
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Export"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    exportCase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                caseId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Export"];
                };
            };
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Export"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getExport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                exportId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Export"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getImports: {
        parameters: {
            query?: {
                cursor?: string;
            };
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportList"];
                };
            };
            /** @description Not changed. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    beginImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportForm"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportUpload"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                importId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description Not changed. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    completeImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                importId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Blocks"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getImportReport: {
        parameters: {
            query?: {
                cursor?: string;
            };
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                importId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportReport"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getContacts: {
        parameters: {
            query?: {
                q?: string;
                /** @description Only the archived ones; without it only the others. */
                archived?: boolean;
                cursor?: string;
            };
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactList"];
                };
            };
            /** @description Done. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    createContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactForm"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedContact"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    checkContactCode: {
        parameters: {
            query?: {
                code?: string;
                firstName?: string;
                lastName?: string;
                /** @description Whose form it is: their own code is free to them. */
                contact?: components["schemas"]["Id"];
            };
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeAvailability"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    exportContacts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    importContacts: {
        parameters: {
            query?: {
                /** @description The first part where it is missing. */
                from?: number;
            };
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": string;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactImport"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                contactId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedContact"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    changeContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                contactId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactForm"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedContact"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    archiveContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                contactId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedContact"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    restoreContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                contactId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedContact"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getCases: {
        parameters: {
            query?: {
                status?: "open" | "closed";
                member?: string;
                patient?: components["schemas"]["Id"];
                q?: string;
                cursor?: string;
            };
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    createCase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseForm"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getCase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                caseId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    closeCase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                caseId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    reopenCase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                caseId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    addCaseMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                caseId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberChoice"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    removeCaseMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                caseId: components["schemas"]["Id"];
                memberId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getCaseActivity: {
        parameters: {
            query?: {
                cursor?: string;
            };
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                caseId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActivityList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getDoctorTalk: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                caseId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Thread"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getPatientTalk: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                caseId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientTalk"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    invitePatient: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                caseId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatientInvitation"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientTalk"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    withdrawInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                caseId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientTalk"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    resendInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                caseId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientTalk"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    correctInvitationAddress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                caseId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmailTwice"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientTalk"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getAttachments: {
        parameters: {
            query?: {
                kind?: "image" | "pdf" | "document" | "other";
                sort?: "name" | "date" | "uploader";
                cursor?: string;
            };
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                caseId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttachmentList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    beginAttachment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                caseId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FileForm"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Upload"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    archiveAttachments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                caseId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ready. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Archive"];
                };
            };
            /** @description Being made. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Archive"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    shareFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                caseId: components["schemas"]["Id"];
                fileId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Attachment"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getCollaborationDefaults: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CollaborationDefaults"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    previewCollaboration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CollaborationDraft"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CollaborationPreview"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    beginCollaborationFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                patientId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FileForm"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Upload"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getCollaborations: {
        parameters: {
            query?: {
                state?: components["schemas"]["CollaborationState"];
                patient?: components["schemas"]["Id"];
                case?: components["schemas"]["Id"];
                mine?: boolean;
                unread?: boolean;
                q?: string;
                cursor?: string;
            };
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CollaborationList"];
                };
            };
            /** @description Done. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    startCollaboration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CollaborationDraft"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Collaboration"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getCollaboration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                collaborationId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Collaboration"];
                };
            };
            /** @description Done. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    editCollaboration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                collaborationId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CollaborationEdit"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Collaboration"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    closeCollaboration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                collaborationId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Collaboration"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    reopenCollaboration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                collaborationId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Collaboration"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    removeCollaborator: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                collaborationId: components["schemas"]["Id"];
                contactId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Collaboration"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    resendCollaboration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                collaborationId: components["schemas"]["Id"];
                contactId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Collaboration"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    correctCollaboratorAddress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
                collaborationId: components["schemas"]["Id"];
                contactId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmailTwice"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Collaboration"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    verifyAudit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditVerification"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getSharedCollaborations: {
        parameters: {
            query?: {
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SharedCollaborationList"];
                };
            };
            /** @description Done. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getSharedCollaborationCount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Count"];
                };
            };
            /** @description Done. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getSharedCollaboration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                collaborationId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SharedCollaboration"];
                };
            };
            /** @description Done. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    openSharedCollaboration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                collaborationId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SharedCollaboration"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getInbox: {
        parameters: {
            query?: {
                q?: string;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Inbox"];
                };
            };
            /** @description Done. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getInboxCount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Count"];
                };
            };
            /** @description Done. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getThread: {
        parameters: {
            query?: {
                before?: number;
            };
            header?: never;
            path: {
                threadId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Thread"];
                };
            };
            /** @description Done. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    sendMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                threadId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewMessage"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    withdrawMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                threadId: components["schemas"]["Id"];
                messageId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    correctMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                threadId: components["schemas"]["Id"];
                messageId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MessageText"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    markRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                threadId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadUpTo"];
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    beginThreadFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                threadId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FileForm"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Upload"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    completeFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fileId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Blocks"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["File"];
                };
            };
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["File"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getFile: {
        parameters: {
            query?: {
                /** @description The collaboration that it is attached to. */
                collaboration?: components["schemas"]["Id"];
            };
            header?: never;
            path: {
                fileId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["File"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    discardFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fileId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getFileAddress: {
        parameters: {
            query?: {
                purpose?: "view" | "download";
                /** @description The collaboration that it is attached to. */
                collaboration?: components["schemas"]["Id"];
            };
            header?: never;
            path: {
                fileId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileAddress"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    takePolicyReport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/csp-report": unknown;
                "application/reports+json": unknown;
            };
        };
        responses: {
            /** @description Counted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    receiveDeliveryReports: {
        parameters: {
            query?: {
                key?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnyValue"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HookAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    receiveCallEvents: {
        parameters: {
            query?: {
                key?: string;
                send?: components["schemas"]["Id"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnyValue"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getWorkflows: {
        parameters: {
            query?: {
                status?: components["schemas"]["WorkflowStatus"];
                /** @description How their ids begin. */
                prefix?: string;
                createdFrom?: components["schemas"]["Instant"];
                createdTo?: components["schemas"]["Instant"];
                size?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getWorkflow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workflowId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowDetail"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    purgeWorkflow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workflowId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PurgeAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    redriveWorkflow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workflowId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workflow"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    cancelWorkflow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workflowId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelForm"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workflow"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    purgeWorkflows: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PurgeForm"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PurgeAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    makePractice: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPractice"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadePractice"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    inviteFirstManager: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Sent. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadePractice"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
}
