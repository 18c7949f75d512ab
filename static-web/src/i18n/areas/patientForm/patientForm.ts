import type { Area } from '../../message.ts';
import type { words as english } from './en.ts';

/** A patient's details, as they are typed. */
export const patientForm: Area<typeof english> = {
  name: 'patientForm',
  load: {
    en: async () => (await import('./en.ts')).words,
    es: async () => (await import('./es.ts')).words,
    fr: async () => (await import('./fr.ts')).words,
  },
};
