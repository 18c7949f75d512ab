import type { Area } from '../../message.ts';
import type { words as english } from './en.ts';

/** One contact. */
export const contactForm: Area<typeof english> = {
  name: 'contactForm',
  load: {
    en: async () => (await import('./en.ts')).words,
    es: async () => (await import('./es.ts')).words,
    fr: async () => (await import('./fr.ts')).words,
  },
};
