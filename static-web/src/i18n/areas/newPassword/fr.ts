import type { Translation } from '../../message.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  passwordTitle: 'Choisissez un mot de passe',
  password: 'Nouveau mot de passe',
  repeat: 'Nouveau mot de passe encore une fois',
  savePassword: 'Enregistrer le mot de passe',
};
