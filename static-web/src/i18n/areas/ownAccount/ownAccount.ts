import type { Area } from '../../message.ts';
import type { words as english } from './en.ts';

/** One’s own account: devices and the password. */
export const ownAccount: Area<typeof english> = {
  name: 'ownAccount',
  load: {
    en: async () => (await import('./en.ts')).words,
    es: async () => (await import('./es.ts')).words,
    fr: async () => (await import('./fr.ts')).words,
  },
};
