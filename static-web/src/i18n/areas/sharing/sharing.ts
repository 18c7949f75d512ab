import type { Area } from '../../message.ts';
import type { words as english } from './en.ts';

/** What a collaboration shares, and with whom: the page that starts one, and its editing. */
export const sharing: Area<typeof english> = {
  name: 'sharing',
  load: {
    en: async () => (await import('./en.ts')).words,
    es: async () => (await import('./es.ts')).words,
    fr: async () => (await import('./fr.ts')).words,
  },
};
