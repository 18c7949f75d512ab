import type { Area } from '../../message.ts';
import type { words as english } from './en.ts';

/** A patient's letters and images and the practice's education items. */
export const library: Area<typeof english> = {
  name: 'library',
  load: {
    en: async () => (await import('./en.ts')).words,
    es: async () => (await import('./es.ts')).words,
    fr: async () => (await import('./fr.ts')).words,
  },
};
