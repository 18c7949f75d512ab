import type { Translation } from '../../message.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  phoneTitle: 'À quel téléphone pouvons-nous vous joindre ?',
  phoneText: 'Nous enverrons un code à l’un de vos numéros.',
  phonesOnFile: 'Numéros que le cabinet a',
  onFileEnough: 'Si l’un de ces numéros est bon, continuez. Vous pouvez en ajouter un autre ci-dessous.',
  cell: 'Téléphone mobile',
  landline: 'Téléphone fixe',
  phoneEnding: '{kind} finissant par {digits}',
  phoneRequired: 'Entrez au moins un numéro',
  phoneMalformed: 'Ce n’est pas un numéro utilisable. Vérifiez les chiffres',
  phoneCountry: 'Le cabinet n’envoie pas de code dans ce pays. Utilisez un autre numéro',
  phoneNotAllowed: 'Un code ne peut aller à ce type de numéro. Utilisez-en un autre',
  onlyOnFile: 'Le cabinet n’envoie de codes qu’aux numéros qu’il a. Appelez-le si le vôtre a changé.',
};
