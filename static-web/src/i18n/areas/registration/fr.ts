import type { Translation } from '../../message.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  title: 'Inscription',
  linkNeededText: 'Pour vous inscrire, ouvrez le lien dans le courriel de votre clinique.',
  linkCutTitle: 'Vous venez de ce lien ?',
  linkCutText:
    'Certaines messageries coupent les liens longs. Copiez le lien entier du courriel dans la barre d’adresse. Si cela ne suffit pas, demandez à votre clinique de renvoyer le courriel.',
};
