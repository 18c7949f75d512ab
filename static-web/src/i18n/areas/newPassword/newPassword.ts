import type { Area } from '../../message.ts';
import type { words as english } from './en.ts';

/** The password step of a registration. */
export const newPassword: Area<typeof english> = {
  name: 'newPassword',
  load: {
    en: async () => (await import('./en.ts')).words,
    es: async () => (await import('./es.ts')).words,
    fr: async () => (await import('./fr.ts')).words,
  },
};
