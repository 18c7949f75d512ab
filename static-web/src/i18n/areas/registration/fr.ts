import type { Translation } from '../../message.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  title: 'S’inscrire',
  linkNeededText: 'Pour vous inscrire, ouvrez le lien du courriel de votre cabinet.',
  linkCutTitle: 'Venez-vous de ce lien ?',
  linkCutText:
    'Certains logiciels coupent les longs liens. Copiez le lien entier du courriel dans la barre d’adresse. Si cela n’aide pas, demandez à votre cabinet de renvoyer le courriel.',
  invitedBy: '{inviter}, de {practice}, vous a invité.',
};
