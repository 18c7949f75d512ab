import type { Translation } from '../../message.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  serviceName: 'Collaborations',
  pageTitle: '{page} - Collaborations',
  skipToMain: 'Aller au contenu principal',
  language: 'Langue',
  languageFailed: 'Cette langue n’a pas pu être chargée. Veuillez réessayer.',
  stepOf: 'Étape {step} sur {total}',
  loading: 'Chargement en cours',
  tryAgain: 'Réessayer',
  'banner.info': 'Note :',
  'banner.success': 'Fait :',
  'banner.warning': 'Attention :',
  'banner.error': 'Problème :',
  offlineTitle: 'Vous êtes hors ligne',
  offlineText: 'Ce que vous avez écrit est conservé. La page reprend d’elle-même au retour de la connexion.',
  'failure.unreachable': 'Le service est injoignable. Vérifiez votre connexion, puis réessayez.',
  'failure.timeout': 'Le service a mis trop de temps à répondre. Veuillez réessayer.',
  'failure.unreadable':
    'Une autre page que notre service a répondu. Si vous êtes sur un réseau invité, connectez-vous d’abord à celui-ci, puis réessayez.',
  'failure.signedOut': 'Votre session est terminée. Reconnectez-vous pour continuer.',
  'failure.notFound': 'Cet élément n’existe pas, ou vous n’y avez pas accès.',
  'failure.changed': 'Quelqu’un a modifié cet élément entre-temps. Regardez la nouvelle version, puis réessayez.',
  'failure.tooLarge': 'C’est trop volumineux pour être envoyé.',
  'failure.tooMany': 'Il y a eu trop d’essais. Attendez un moment, puis réessayez.',
  'failure.tooManyFor': {
    one: 'Il y a eu trop d’essais. Réessayez dans {count} seconde.',
    other: 'Il y a eu trop d’essais. Réessayez dans {count} secondes.',
  },
  'failure.service': 'Un problème est survenu de notre côté. Veuillez réessayer dans quelques minutes.',
  'failure.unknown': 'Cela n’a pas fonctionné. Veuillez réessayer.',
  'failure.reference': 'Référence : {id}',
  'kept.typed': 'Ce que vous avez écrit est toujours là.',
  'kept.file': 'La partie du fichier déjà reçue est conservée.',
};
