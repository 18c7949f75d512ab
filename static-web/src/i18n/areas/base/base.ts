import type { Area } from '../../message.ts';
import type { words as english } from './en.ts';

/** What every page needs: its name, its frame, its troubles. */
export const base: Area<typeof english> = {
  name: 'base',
  load: {
    en: async () => (await import('./en.ts')).words,
    es: async () => (await import('./es.ts')).words,
    fr: async () => (await import('./fr.ts')).words,
  },
};
