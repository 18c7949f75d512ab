import type { Area } from '../../message.ts';
import type { words as english } from './en.ts';

/** Pages that are not of whoever is signed in. */
export const elsewhere: Area<typeof english> = {
  name: 'elsewhere',
  load: {
    en: async () => (await import('./en.ts')).words,
    es: async () => (await import('./es.ts')).words,
    fr: async () => (await import('./fr.ts')).words,
  },
};
