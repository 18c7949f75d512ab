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
/** With the collaboration that shows it, where it is only there that this person may read it. */
export type StoredFile = Schemas['File'] & { readonly collaborationId?: string };
export type CaseSummary = Schemas['CaseSummary'];
export type Case = Schemas['Case'];
export type PatientTalk = Schemas['PatientTalk'];
export type Invitation = Schemas['Invitation'];
export type PatientSummary = Schemas['PatientSummary'];
export type Account = Schemas['Account'];
export type Passkey = Schemas['Passkey'];
export type AuthenticatorEnrolment = Schemas['AuthenticatorEnrolment'];
export type NotificationChoice = Schemas['NotificationChoice'];
export type Device = Schemas['Device'];
export type Attachment = Schemas['Attachment'];
export type Archive = Schemas['Archive'];
export type Activity = Schemas['Activity'];
export type Contact = Schemas['Contact'];
export type OpenedContact = Schemas['OpenedContact'];
export type ContactImport = Schemas['ContactImport'];
export type CodeAvailability = Schemas['CodeAvailability'];
export type Collaboration = Schemas['Collaboration'];
export type Collaborator = Schemas['Collaborator'];
export type CollaborationPreview = Schemas['CollaborationPreview'];
export type CollaborationState = Schemas['CollaborationState'];
export type PatientInfoKind = Schemas['PatientInfoKind'];
export type Document = Schemas['Document'];
export type Member = Schemas['Member'];
