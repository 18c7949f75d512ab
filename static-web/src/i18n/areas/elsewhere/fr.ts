import type { Translation } from '../../message.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  nothingHereTitle: 'Il n’y a rien ici pour ce compte',
  nothingHereText: 'Vous êtes connecté, mais pas avec un compte à qui ces pages appartiennent.',
  otherAccount: 'Utiliser un autre compte',
  ownPages: 'Aller à mes pages',
};
