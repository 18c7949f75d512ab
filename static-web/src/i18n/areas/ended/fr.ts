import type { Translation } from '../../message.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  overTitle: 'Ce lien ne fonctionne pas',
  overText:
    'Il a peut-être plus de 30 jours, a déjà servi, a été remplacé par un plus récent ou a été fermé après des réponses fausses. Rien n’est perdu. Si vous êtes déjà inscrit, connectez-vous. Sinon, appelez le cabinet.',
  askNew: 'Demander un nouveau lien au cabinet',
  asked: 'Nous avons prévenu le cabinet. S’il y a une invitation pour vous, un nouveau courriel viendra.',
  otherTitle: 'Cette inscription continue dans un autre navigateur',
  otherText:
    'Continuez là-bas ou recommencez ici. Ce que vous avez entré là-bas est gardé. Si cette page revient à chaque fois, votre navigateur ne garde pas les cookies : autorisez-les pour ce site ou utilisez un autre navigateur.',
  beginHere: 'Recommencer ici',
  toSignIn: 'Aller à la page de connexion',
};
