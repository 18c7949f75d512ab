import type { Translation } from '../../message.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  title: 'Se connecter',
  email: 'Adresse courriel',
  password: 'Mot de passe',
  signIn: 'Se connecter',
  emailMissing: 'Entrez votre adresse courriel',
  passwordMissing: 'Entrez votre mot de passe',
  wrong:
    'L’adresse et le mot de passe ne vont pas ensemble. Après cinq mots de passe erronés, la connexion est suspendue un moment.',
  busy: 'Beaucoup de personnes se connectent en ce moment. Réessayez dans quelques secondes.',
  noPhone: 'Le cabinet demande un code et nous n’avons aucun numéro de vous. Appelez le cabinet.',
  forgotten: 'Mot de passe oublié ?',
  doneTitle: 'Vous êtes inscrit. Connectez-vous',
};
