import type { Area } from '../../message.ts';
import type { words as english } from './en.ts';

/** The step of a registration that sends a code. */
export const delivery: Area<typeof english> = {
  name: 'delivery',
  load: {
    en: async () => (await import('./en.ts')).words,
    es: async () => (await import('./es.ts')).words,
    fr: async () => (await import('./fr.ts')).words,
  },
};
