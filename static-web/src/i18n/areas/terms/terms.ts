import type { Area } from '../../message.ts';
import type { words as english } from './en.ts';

/** The terms step of a registration. */
export const terms: Area<typeof english> = {
  name: 'terms',
  load: {
    en: async () => (await import('./en.ts')).words,
    es: async () => (await import('./es.ts')).words,
    fr: async () => (await import('./fr.ts')).words,
  },
};
