import type { Area } from '../../message.ts';
import type { words as english } from './en.ts';

/** The list of collaborations, and one of them. */
export const collaborations: Area<typeof english> = {
  name: 'collaborations',
  load: {
    en: async () => (await import('./en.ts')).words,
    es: async () => (await import('./es.ts')).words,
    fr: async () => (await import('./fr.ts')).words,
  },
};
