import type { Area } from '../../message.ts';
import type { words as english } from './en.ts';

/** The birth date step of a registration. */
export const birth: Area<typeof english> = {
  name: 'birth',
  load: {
    en: async () => (await import('./en.ts')).words,
    es: async () => (await import('./es.ts')).words,
    fr: async () => (await import('./fr.ts')).words,
  },
};
