import type { Translation } from '../../message.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  inbox: 'Messagerie sécurisée',
  signedOutTitle: 'Vous n’êtes pas connecté',
  signedOutText:
    'Les messages de votre clinique sont conservés ici. Ils ne sont visibles que par vous, une fois connecté.',
  toFront: 'Aller à la page d’accueil',
};
