import type { Area } from '../../message.ts';
import type { words as english } from './en.ts';

/** The frame of a registration. */
export const registration: Area<typeof english> = {
  name: 'registration',
  load: {
    en: async () => (await import('./en.ts')).words,
    es: async () => (await import('./es.ts')).words,
    fr: async () => (await import('./fr.ts')).words,
  },
};
