import type { Area } from '../../message.ts';
import type { words as english } from './en.ts';

/** What the pages behind the sign-in say by themselves: links, lists, dialogs, waits. */
export const inside: Area<typeof english> = {
  name: 'inside',
  load: {
    en: async () => (await import('./en.ts')).words,
    es: async () => (await import('./es.ts')).words,
    fr: async () => (await import('./fr.ts')).words,
  },
};
