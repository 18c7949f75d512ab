import type { Area } from '../../message.ts';
import type { words as english } from './en.ts';

/** The practice's pages. */
export const practice: Area<typeof english> = {
  name: 'practice',
  load: {
    en: async () => (await import('./en.ts')).words,
    es: async () => (await import('./es.ts')).words,
    fr: async () => (await import('./fr.ts')).words,
  },
};
