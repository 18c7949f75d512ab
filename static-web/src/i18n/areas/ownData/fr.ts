import type { Translation } from '../../message.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  title: 'Vos données',
  downloadText: 'Un zip avec votre compte, vos conversations et leurs fichiers.',
  download: 'Télécharger tout ce qui est à moi',
  close: 'Fermer mon compte',
  closeText:
    'Vous serez déconnecté partout. Après 14 jours, votre compte disparaît ; si vous vous connectez avant, vous le gardez. Votre cabinet garde ses propres dossiers.',
  closePassword: 'Saisissez votre mot de passe pour fermer votre compte.',
  closed: 'Votre compte sera fermé',
  closedText: 'Vous êtes déconnecté partout. Connectez-vous avant le {at} si vous changez d’avis.',
  toFront: 'Aller à la page d’accueil',
  stillMember: 'Vous travaillez dans un cabinet. Demandez d’abord à un responsable de retirer votre accès.',
};
