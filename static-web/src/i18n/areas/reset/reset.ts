import type { Area } from '../../message.ts';
import type { words as english } from './en.ts';

/** A forgotten password. */
export const reset: Area<typeof english> = {
  name: 'reset',
  load: {
    en: async () => (await import('./en.ts')).words,
    es: async () => (await import('./es.ts')).words,
    fr: async () => (await import('./fr.ts')).words,
  },
};
