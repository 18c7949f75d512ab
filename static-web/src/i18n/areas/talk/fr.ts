import type { Translation } from '../../message.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  you: 'Vous',
  withdrawn: 'Ce message a été retiré.',
  corrected: 'Corrigé',
  sendAgain: 'Renvoyer',
  'message.sending': 'Envoi en cours',
  'message.sent': 'Envoyé',
  'message.delivered': 'Remis',
  'message.read': 'Lu',
  'message.failed': 'Non envoyé',
  attach: 'Joindre des fichiers',
  send: 'Envoyer',
  composerKeys: 'Ctrl + Entrée envoie',
  uploadOf: 'Envoi de {name}',
  uploaded: '{sent} sur {total}',
  uploadPaused: 'En pause : {sent} sur {total}',
  fileChecking: 'Vérification du fichier',
  pauseFile: 'Mettre {name} en pause',
  resumeFile: 'Reprendre {name}',
  retryFile: 'Réessayer {name}',
  removeFile: 'Retirer {name}',
  'event.done': 'Fait :',
  'event.now': 'En cours :',
  'event.waiting': 'Pas encore :',
  'event.failed': 'Échec :',
};
