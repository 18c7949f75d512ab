import type { Area } from '../../message.ts';
import type { words as english } from './en.ts';

/** The code of an authenticator app. */
export const appCode: Area<typeof english> = {
  name: 'appCode',
  load: {
    en: async () => (await import('./en.ts')).words,
    es: async () => (await import('./es.ts')).words,
    fr: async () => (await import('./fr.ts')).words,
  },
};
