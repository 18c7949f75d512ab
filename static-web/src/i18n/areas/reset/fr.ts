import type { Translation } from '../../message.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  askTitle: 'Choisir un nouveau mot de passe',
  askText: 'Entrez l’adresse courriel avec laquelle vous vous connectez. Nous y enverrons un lien.',
  email: 'Adresse courriel',
  emailWrong: 'Entrez une adresse courriel, par exemple nom@example.com',
  send: 'Envoyer le lien',
  sentTitle: 'Regardez vos courriels',
  sentText:
    'S’il existe un compte pour cette adresse, un courriel est en route. Son lien fonctionne une fois, pendant une heure. Si rien n’arrive, regardez dans les indésirables et vérifiez l’adresse.',
  otherAddress: 'Utiliser une autre adresse',
  overTitle: 'Ce lien ne fonctionne pas',
  overText:
    'Il a plus d’une heure, a servi ou a été coupé. Votre mot de passe n’a pas changé. Vous pouvez demander un nouveau lien.',
  askNew: 'Demander un nouveau lien',
  otherTitle: 'Cela continue dans un autre navigateur',
  otherText: 'Continuez là-bas, ou recommencez ici avec un nouveau code.',
  beginHere: 'Commencer ici',
  noPhones: 'Nous n’avons aucun numéro de vous et ne pouvons vérifier que c’est vous. Appelez votre cabinet.',
  doneTitle: 'Votre nouveau mot de passe est enregistré. Connectez-vous',
  doneText: 'Vous avez été déconnecté de tous vos appareils.',
  toSignIn: 'Aller à la page de connexion',
};
