import type { Area } from '../../message.ts';
import type { words as english } from './en.ts';

/** Where a link leads that cannot go on. */
export const ended: Area<typeof english> = {
  name: 'ended',
  load: {
    en: async () => (await import('./en.ts')).words,
    es: async () => (await import('./es.ts')).words,
    fr: async () => (await import('./fr.ts')).words,
  },
};
