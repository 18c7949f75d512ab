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
  account: 'Compte',
};
