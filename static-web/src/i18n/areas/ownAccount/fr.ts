import type { Translation } from '../../message.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  devices: 'Où vous êtes connecté',
  thisDevice: 'Cet appareil',
  lastSeen: 'Dernière utilisation : {at}',
  endDevice: 'Déconnecter',
  endDeviceName: 'Déconnecter {device}',
  changePassword: 'Changer le mot de passe',
  currentPassword: 'Mot de passe actuel',
  save: 'Enregistrer',
  passwordChanged: 'Votre mot de passe est changé. Tous les autres appareils sont déconnectés.',
  wrongPassword: 'Ce n’est pas votre mot de passe actuel',
  tooManyTries: 'Vous avez essayé trop de mots de passe. Attendez une heure.',
  passwordExpired: 'Votre cabinet demande un nouveau mot de passe après un certain temps. Choisissez-en un.',
};
