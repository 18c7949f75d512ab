import type { Area } from '../../message.ts';
import type { words as english } from './en.ts';

/** Files, enlarged. */
export const viewer: Area<typeof english> = {
  name: 'viewer',
  load: {
    en: async () => (await import('./en.ts')).words,
    es: async () => (await import('./es.ts')).words,
    fr: async () => (await import('./fr.ts')).words,
  },
};
