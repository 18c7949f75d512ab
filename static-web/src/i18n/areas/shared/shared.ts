import type { Area } from '../../message.ts';
import type { words as english } from './en.ts';

/** What a practice shares with a colleague from outside, as that colleague sees it. */
export const shared: Area<typeof english> = {
  name: 'shared',
  load: {
    en: async () => (await import('./en.ts')).words,
    es: async () => (await import('./es.ts')).words,
    fr: async () => (await import('./fr.ts')).words,
  },
};
