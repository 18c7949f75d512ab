import type { Area } from '../../message.ts';
import type { words as english } from './en.ts';

/** The address book: the list, and what a contact is to the practice. */
export const contacts: Area<typeof english> = {
  name: 'contacts',
  load: {
    en: async () => (await import('./en.ts')).words,
    es: async () => (await import('./es.ts')).words,
    fr: async () => (await import('./fr.ts')).words,
  },
};
