import type { Translation } from '../../message.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  length: 'Au moins {count} caractères',
  notYou: 'Sans votre nom, courriel ou cabinet',
  same: 'Deux fois le même',
  hint: 'Trois ou quatre mots sans lien sont faciles à retenir.',
  tooShort: 'Choisissez un mot de passe plus long',
  tooLong: 'Choisissez un mot de passe plus court, de 256 caractères au plus',
  common: 'Beaucoup de gens utilisent un tel mot de passe. Choisissez-en un autre',
  namesYou: 'N’utilisez pas votre nom, courriel ou cabinet',
  differ: 'Entrez deux fois le même mot de passe',
  kinds: 'Une minuscule, une majuscule, un chiffre et un signe comme #',
  usedBefore: 'Choisissez-en un qui n’est pas parmi vos six derniers',
};
