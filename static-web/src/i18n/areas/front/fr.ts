import type { Translation } from '../../message.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  title: 'Bienvenue',
  headline: 'Échangez avec votre cabinet en toute confidentialité',
  lead: 'Collaborations transmet messages et fichiers entre les patients, leur cabinet et les confrères avec qui il travaille.',
  invitedTitle: 'Vous avez reçu une invitation ?',
  invitedText: 'Ouvrez le lien dans le courriel de votre cabinet. Il vous guide pas à pas dans l’inscription.',
  doubtTitle: 'Un doute sur le courriel ?',
  doubtText:
    'Appelez votre cabinet à un numéro que vous avez déjà. Nos courriels ne demandent jamais de mot de passe ni de code.',
  statusTitle: 'Le service fonctionne-t-il ?',
  'status.checking': 'Nous vérifions.',
  'status.working': 'Oui. Tout répond.',
  'status.partly': 'Pas entièrement. Une partie ne répond pas en ce moment. Revenez dans quelques minutes.',
  'status.unreachable': 'Impossible à dire : rien ne répond. Vérifiez votre connexion.',
  lookAgain: 'Vérifier à nouveau',
  notFoundTitle: 'Il n’y a pas de page à cette adresse',
  notFoundText:
    'Elle a peut-être été mal saisie, ou coupée dans un courriel. Ouvrez à nouveau le lien, ou partez de la page d’accueil.',
  toFront: 'Aller à la page d’accueil',
};
