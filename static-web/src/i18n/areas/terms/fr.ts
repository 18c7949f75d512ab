import type { Translation } from '../../message.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  termsTitle: 'Conditions d’utilisation',
  termsRead: 'Lisez jusqu’à la fin pour continuer.',
  changed: 'Les conditions ont changé depuis que vous les avez lues. Rechargez la page pour lire les nouvelles.',
  accept: 'J’accepte',
};
