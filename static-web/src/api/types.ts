import type { components } from './schema.ts';

/** The contract's bodies by their names. */
type Schemas = components['schemas'];

export type Session = Schemas['Session'];
export type SessionAffiliation = Schemas['SessionAffiliation'];
export type RegistrationState = Schemas['RegistrationState'];
export type PasswordRules = Schemas['PasswordRules'];
export type CodeState = Schemas['CodeState'];
export type DeliveryChoice = Schemas['CodeDelivery'];
export type ProofPhone = Schemas['ProofPhone'];
export type SignInState = Schemas['SignInState'];
export type PasswordResetState = Schemas['PasswordResetState'];
export type PracticeSettings = Schemas['PracticeSettings'];
export type Thread = Schemas['Thread'];
export type Message = Schemas['Message'];
export type StoredFile = Schemas['File'];
export type CaseSummary = Schemas['CaseSummary'];
export type Case = Schemas['Case'];
export type PatientTalk = Schemas['PatientTalk'];
export type Invitation = Schemas['Invitation'];
export type PatientSummary = Schemas['PatientSummary'];
export type Patient = Schemas['Patient'];
export type PatientForm = Schemas['PatientForm'];
export type Records = Schemas['Records'];
export type RecordsImport = Schemas['Import'];
export type ImportLine = Schemas['ImportLine'];
export type RecordsExport = Schemas['Export'];
export type Account = Schemas['Account'];
export type Passkey = Schemas['Passkey'];
export type AuthenticatorEnrolment = Schemas['AuthenticatorEnrolment'];
export type NotificationChoice = Schemas['NotificationChoice'];
export type Device = Schemas['Device'];
export type Attachment = Schemas['Attachment'];
export type Archive = Schemas['Archive'];
export type Activity = Schemas['Activity'];
export type Member = Schemas['Member'];
