import type { Area } from '../../message.ts';
import type { words as english } from './en.ts';

/** Threads, their files, and what happened to an invitation. */
export const talk: Area<typeof english> = {
  name: 'talk',
  load: {
    en: async () => (await import('./en.ts')).words,
    es: async () => (await import('./es.ts')).words,
    fr: async () => (await import('./fr.ts')).words,
  },
};
