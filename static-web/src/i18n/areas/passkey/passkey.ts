import type { Area } from '../../message.ts';
import type { words as english } from './en.ts';

/** Signing in with a passkey. */
export const passkey: Area<typeof english> = {
  name: 'passkey',
  load: {
    en: async () => (await import('./en.ts')).words,
    es: async () => (await import('./es.ts')).words,
    fr: async () => (await import('./fr.ts')).words,
  },
};
