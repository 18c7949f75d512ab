import type { Area } from '../../message.ts';
import type { words as english } from './en.ts';

/** The patient's pages. */
export const patient: Area<typeof english> = {
  name: 'patient',
  load: {
    en: async () => (await import('./en.ts')).words,
    es: async () => (await import('./es.ts')).words,
    fr: async () => (await import('./fr.ts')).words,
  },
};
