import type { Translation } from '../../message.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  title: 'Entrez le code de votre application',
  text: 'Ouvrez votre application d’authentification et cherchez Collaborations.',
  label: 'Six chiffres de l’application',
  hint: 'L’application en montre de nouveaux toutes les 30 secondes.',
  short: 'Entrez les six chiffres',
  wrong:
    'Ce ne sont pas les chiffres que l’application montre maintenant. Chaque code sert une fois : attendez le suivant',
  tooMany: 'Il y a eu trop d’essais. Attendez une heure ou utilisez votre téléphone.',
  usePhone: 'Utiliser mon téléphone',
};
