import type { Area } from '../../message.ts';
import type { words as english } from './en.ts';

/** A zip that is made and then downloaded. */
export const archiving: Area<typeof english> = {
  name: 'archiving',
  load: {
    en: async () => (await import('./en.ts')).words,
    es: async () => (await import('./es.ts')).words,
    fr: async () => (await import('./fr.ts')).words,
  },
};
