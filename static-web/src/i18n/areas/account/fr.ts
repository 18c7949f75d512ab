import type { Translation } from '../../message.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  signOut: 'Se déconnecter',
  againTitle: 'Veuillez vous reconnecter',
  againText: 'Vous avez été déconnecté. Ce que vous avez écrit est toujours là.',
  stillTitle: 'Êtes-vous toujours là ?',
  stillText: 'Pour protéger ce qui est à l’écran, vous serez bientôt déconnecté.',
  stillLeft: 'Déconnexion dans',
  stay: 'Rester connecté',
  nothingHereTitle: 'Il n’y a rien ici pour ce compte',
  nothingHereText: 'Vous êtes connecté, mais pas avec un compte à qui ces pages appartiennent.',
  otherAccount: 'Utiliser un autre compte',
  account: 'Compte',
  devices: 'Où vous êtes connecté',
  thisDevice: 'Cet appareil',
  lastSeen: 'Dernière utilisation : {at}',
  endDevice: 'Déconnecter',
  endDeviceName: 'Déconnecter {device}',
  changePassword: 'Changer le mot de passe',
  currentPassword: 'Mot de passe actuel',
  newPassword: 'Nouveau mot de passe',
  repeatPassword: 'Nouveau mot de passe encore une fois',
  save: 'Enregistrer',
  passwordChanged: 'Votre mot de passe est changé. Tous les autres appareils sont déconnectés.',
  wrongPassword: 'Ce n’est pas votre mot de passe actuel',
};
