import type { Translation } from '../../message.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  mainNavigation: 'Principale',
  startPage: 'Collaborations, page d’accueil',
  close: 'Fermer',
  undo: 'Annuler',
  unread: 'Non lu :',
  withFile: 'Avec un fichier',
  more: 'Afficher plus',
  noneSoFar: 'Rien parmi les plus récents.',
  newCount: { one: '{count} nouveau', other: '{count} nouveaux' },
};
