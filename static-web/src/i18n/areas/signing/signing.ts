import type { Area } from '../../message.ts';
import type { words as english } from './en.ts';

/** Signing in. */
export const signing: Area<typeof english> = {
  name: 'signing',
  load: {
    en: async () => (await import('./en.ts')).words,
    es: async () => (await import('./es.ts')).words,
    fr: async () => (await import('./fr.ts')).words,
  },
};
