import type { Area } from '../../message.ts';
import type { words as english } from './en.ts';

/** What a new collaboration begins with, as a practice sets it. */
export const shareDefaults: Area<typeof english> = {
  name: 'shareDefaults',
  load: {
    en: async () => (await import('./en.ts')).words,
    es: async () => (await import('./es.ts')).words,
    fr: async () => (await import('./fr.ts')).words,
  },
};
