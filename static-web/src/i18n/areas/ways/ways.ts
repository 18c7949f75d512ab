import type { Area } from '../../message.ts';
import type { words as english } from './en.ts';

/** With what one signs in. */
export const ways: Area<typeof english> = {
  name: 'ways',
  load: {
    en: async () => (await import('./en.ts')).words,
    es: async () => (await import('./es.ts')).words,
    fr: async () => (await import('./fr.ts')).words,
  },
};
