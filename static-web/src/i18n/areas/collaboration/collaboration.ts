import type { Area } from '../../message.ts';
import type { words as english } from './en.ts';

/** One collaboration of the practice’s side. */
export const collaboration: Area<typeof english> = {
  name: 'collaboration',
  load: {
    en: async () => (await import('./en.ts')).words,
    es: async () => (await import('./es.ts')).words,
    fr: async () => (await import('./fr.ts')).words,
  },
};
