import type { Area } from '../../message.ts';
import type { words as english } from './en.ts';

/** Staying signed in. */
export const account: Area<typeof english> = {
  name: 'account',
  load: {
    en: async () => (await import('./en.ts')).words,
    es: async () => (await import('./es.ts')).words,
    fr: async () => (await import('./fr.ts')).words,
  },
};
