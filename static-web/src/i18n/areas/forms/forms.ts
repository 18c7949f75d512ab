import type { Area } from '../../message.ts';
import type { words as english } from './en.ts';

/** What the fields of a form say by themselves. */
export const forms: Area<typeof english> = {
  name: 'forms',
  load: {
    en: async () => (await import('./en.ts')).words,
    es: async () => (await import('./es.ts')).words,
    fr: async () => (await import('./fr.ts')).words,
  },
};
