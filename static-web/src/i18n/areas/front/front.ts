import type { Area } from '../../message.ts';
import type { words as english } from './en.ts';

/** The front page, and the page for an address that does not exist. */
export const front: Area<typeof english> = {
  name: 'front',
  load: {
    en: async () => (await import('./en.ts')).words,
    es: async () => (await import('./es.ts')).words,
    fr: async () => (await import('./fr.ts')).words,
  },
};
