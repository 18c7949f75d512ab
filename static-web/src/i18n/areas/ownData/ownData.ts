import type { Area } from '../../message.ts';
import type { words as english } from './en.ts';

/** Taking one’s own data along, and closing the account. */
export const ownData: Area<typeof english> = {
  name: 'ownData',
  load: {
    en: async () => (await import('./en.ts')).words,
    es: async () => (await import('./es.ts')).words,
    fr: async () => (await import('./fr.ts')).words,
  },
};
