import type { Translation } from '../../message.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  codeTitle: 'Entrez le code',
  codeTexted: 'Nous avons envoyé un texto au numéro finissant par {digits}.',
  codeCalled: 'Nous appelons le numéro finissant par {digits}.',
  codeFailed: 'Le code n’est pas arrivé. Renvoyez-le ou choisissez une autre façon.',
  codeLabel: 'Code à six chiffres',
  codeHint: 'Il fonctionne pendant 10 minutes.',
  codeShort: 'Entrez les six chiffres',
  codeWrong: {
    one: 'Ce n’est pas le code envoyé. Il vous reste {count} essai',
    other: 'Ce n’est pas le code envoyé. Il vous reste {count} essais',
  },
  codeExpired: 'Ce code était valable 10 minutes et ne marche plus. Envoyez-en un nouveau.',
  codeTooMany:
    'Il y a eu trop de codes faux. Envoyez-en un nouveau. Si cela ne marche pas, réessayez demain ou appelez le cabinet.',
  tooManyCodes: 'Trop de codes envoyés à ce numéro. Attendez une heure ou utilisez-en un autre.',
  resend: 'Renvoyer le code',
  resendIn: 'Vous pourrez le renvoyer dans',
  resent: 'Un nouveau code est en route. L’ancien ne fonctionne plus.',
  changeDelivery: 'Changer le mode d’envoi',
};
