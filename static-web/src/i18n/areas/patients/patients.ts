import type { Area } from '../../message.ts';
import type { words as english } from './en.ts';

/** Patient Search, the patient bar, and the frame of the patients' pages. */
export const patients: Area<typeof english> = {
  name: 'patients',
  load: {
    en: async () => (await import('./en.ts')).words,
    es: async () => (await import('./es.ts')).words,
    fr: async () => (await import('./fr.ts')).words,
  },
};
