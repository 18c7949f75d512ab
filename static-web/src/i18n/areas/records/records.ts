import type { Area } from '../../message.ts';
import type { words as english } from './en.ts';

/** One patient: details, cases and health records. */
export const records: Area<typeof english> = {
  name: 'records',
  load: {
    en: async () => (await import('./en.ts')).words,
    es: async () => (await import('./es.ts')).words,
    fr: async () => (await import('./fr.ts')).words,
  },
};
