import type { Area } from '../../message.ts';
import type { words as english } from './en.ts';

/** Bringing in records of another system. */
export const importing: Area<typeof english> = {
  name: 'importing',
  load: {
    en: async () => (await import('./en.ts')).words,
    es: async () => (await import('./es.ts')).words,
    fr: async () => (await import('./fr.ts')).words,
  },
};
