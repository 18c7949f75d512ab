import type { Area } from '../../message.ts';
import type { words as english } from './en.ts';

/** Choosing a password. */
export const choosing: Area<typeof english> = {
  name: 'choosing',
  load: {
    en: async () => (await import('./en.ts')).words,
    es: async () => (await import('./es.ts')).words,
    fr: async () => (await import('./fr.ts')).words,
  },
};
