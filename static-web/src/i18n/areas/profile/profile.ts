import type { Area } from '../../message.ts';
import type { words as english } from './en.ts';

/** What somebody chooses for their own account. */
export const profile: Area<typeof english> = {
  name: 'profile',
  load: {
    en: async () => (await import('./en.ts')).words,
    es: async () => (await import('./es.ts')).words,
    fr: async () => (await import('./fr.ts')).words,
  },
};
