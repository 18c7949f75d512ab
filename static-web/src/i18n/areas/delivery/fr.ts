import type { Translation } from '../../message.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  deliveryTitle: 'Comment vous envoyer le code ?',
  deliveryText: 'Choisissez. Le code a six chiffres.',
  deliveryLabel: 'Envoyer le code par',
  deliveryMissing: 'Choisissez comment recevoir le code',
  byText: 'Texto : {phone}',
  byCall: 'Appel : {phone}',
  callHint: 'Une voix dit le code deux fois.',
  send: 'Envoyer le code',
  tooManyCodes: 'Trop de codes envoyés à ce numéro. Attendez une heure ou utilisez-en un autre.',
  cell: 'Téléphone mobile',
  landline: 'Téléphone fixe',
  phoneEnding: '{kind} finissant par {digits}',
  phoneCountry: 'Le cabinet n’envoie pas de code dans ce pays. Utilisez un autre numéro',
  phoneNotAllowed: 'Un code ne peut aller à ce type de numéro. Utilisez-en un autre',
};
