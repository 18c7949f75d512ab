import type { Translation } from '../../message.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  overTitle: 'Ce lien ne fonctionne pas',
  overText:
    'Il a peut-être plus de 30 jours, a été utilisé ou remplacé. Rien n’est perdu. Si vous êtes déjà inscrit, connectez-vous.',
  askNew: 'Demander un nouveau lien au cabinet',
  asked: 'Nous avons transmis votre demande. S’il y a une invitation pour vous, un nouveau courriel arrivera.',
  otherTitle: 'Cette inscription continue dans un autre navigateur',
  otherText: 'Continuez là-bas ou recommencez ici. Ce que vous y avez entré est conservé.',
  beginHere: 'Recommencer ici',
  toSignIn: 'Aller à la page de connexion',
};
