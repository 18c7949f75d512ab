import type { contacts } from '../../../i18n/areas/contacts/contacts.ts';
import type { Area, Words } from '../../../i18n/message.ts';
import type { Option } from '../../../ui/Select/Select.tsx';

type ContactWords = typeof contacts extends Area<infer English> ? Words<English> : never;

const everywhere = ['referringDentist', 'specialist', 'physician', 'laboratory', 'insurer', 'other'] as const;

/** A type as it is said: those that every practice has in the reader's language, a practice's own by its name. */
export function sayType(type: string, words: ContactWords): string {
  const known = everywhere.find((one) => one === type);
  return known === undefined ? type : words(`type.${known}`);
}

/** @param own the practice's own types, and the one that a contact has, though the practice may have given it up */
export function typeOptions(own: readonly string[], words: ContactWords): Option<string>[] {
  return [...new Set([...everywhere, ...own])].map((value) => ({ value, text: sayType(value, words) }));
}

export const nameOf = (contact: { readonly firstName: string; readonly lastName: string }) =>
  `${contact.firstName} ${contact.lastName}`;
