import type { Area } from '../../message.ts';
import type { words as english } from './en.ts';

/** A patient or a case as a FHIR bundle. */
export const exporting: Area<typeof english> = {
  name: 'exporting',
  load: {
    en: async () => (await import('./en.ts')).words,
    es: async () => (await import('./es.ts')).words,
    fr: async () => (await import('./fr.ts')).words,
  },
};
