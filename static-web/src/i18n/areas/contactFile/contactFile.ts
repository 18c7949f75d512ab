import type { Area } from '../../message.ts';
import type { words as english } from './en.ts';

/** Contacts from a file and into one. */
export const contactFile: Area<typeof english> = {
  name: 'contactFile',
  load: {
    en: async () => (await import('./en.ts')).words,
    es: async () => (await import('./es.ts')).words,
    fr: async () => (await import('./fr.ts')).words,
  },
};
