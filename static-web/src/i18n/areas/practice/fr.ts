import type { Translation } from '../../message.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  cases: 'Dossiers',
  signedOutTitle: 'Vous n’êtes pas connecté',
  signedOutText: 'Les dossiers de votre cabinet s’affichent ici une fois connecté.',
  toFront: 'Aller à la page d’accueil',
};
