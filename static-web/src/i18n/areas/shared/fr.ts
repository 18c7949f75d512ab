import type { Translation } from '../../message.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  list: 'Collaborations',
  listOf: 'De {name}, {practice}',
  numbered: 'Collaboration {number}',
  emptyTitle: 'Rien n’est encore partagé avec vous',
  emptyText: 'Quand un cabinet partage un patient avec vous, il apparaît ici.',
  waiting: 'Nouveau',
  closed: 'Fermée',
  removed: 'Accès terminé',
  back: 'Toutes les collaborations',
  waitingTitle: '{name} partage un patient avec vous',
  waitingText: 'Le message vient de {practice}. Dès que vous l’ouvrez, {name} ne peut plus le modifier.',
  open: 'Ouvrir le message',
  removedText: 'Votre accès à cette collaboration est terminé.',
  removedReason: 'La raison : {reason}',
  born: 'Date de naissance : {date}',
  message: 'Message',
  attachments: 'Pièces jointes',
  noAttachments: 'Rien n’est joint.',
  also: 'Aussi dans cette collaboration',
  respond: 'Répondre',
  submit: 'Envoyer le message',
  thread: 'Messages',
  closedText: 'Cette collaboration est fermée. Vous pouvez la lire ; le cabinet peut la rouvrir.',
  nobodyReads:
    'Plus personne au cabinet ne lit cette collaboration ; elle ne prend donc plus de réponses. Vous pouvez la lire. Appelez le cabinet au besoin.',
  from: '{name}, {practice}',
};
