import type { Area } from '../../message.ts';
import type { words as english } from './en.ts';

/** The people and the settings of a practice. */
export const managing: Area<typeof english> = {
  name: 'managing',
  load: {
    en: async () => (await import('./en.ts')).words,
    es: async () => (await import('./es.ts')).words,
    fr: async () => (await import('./fr.ts')).words,
  },
};
