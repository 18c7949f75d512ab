import type { Contact, PatientInfoKind } from '../../../api/types.ts';
import { nameOf } from '../contacts/contactTypes.ts';

/** Somebody who is to get a collaboration. */
export interface ChosenContact {
  readonly contactId: string;
  readonly name: string;
  readonly email: string;
}

export interface ChosenFile {
  readonly fileId: string;
  readonly name: string;
}

/** What a collaboration shares, and with whom: the same when it is started and when it is edited. */
export interface Share {
  readonly message: string;
  readonly contacts: readonly ChosenContact[];
  readonly patientInfo: readonly PatientInfoKind[];
  readonly files: readonly ChosenFile[];
}

export type Change<Value> = (change: (current: Value) => Value) => void;

export const chosenOf = (contact: Contact): ChosenContact => ({
  contactId: contact.contactId,
  name: nameOf(contact),
  email: contact.email,
});

/** Of a share, what the service is told: ids alone. */
export const idsOf = ({ message, contacts, patientInfo, files }: Share) => ({
  message,
  contacts: contacts.map(({ contactId }) => contactId),
  patientInfo: [...patientInfo],
  files: files.map(({ fileId }) => fileId),
});

export const patientInfoKinds = [
  'demographics',
  'allergies',
  'problems',
  'medications',
  'results',
  'immunisations',
  'procedures',
  'insurance',
] as const satisfies readonly PatientInfoKind[];
