import type { Area } from '../../message.ts';
import type { words as english } from './en.ts';

/** A message of one’s own, put right before it is read. */
export const correcting: Area<typeof english> = {
  name: 'correcting',
  load: {
    en: async () => (await import('./en.ts')).words,
    es: async () => (await import('./es.ts')).words,
    fr: async () => (await import('./fr.ts')).words,
  },
};
