import type { Translation } from '../../message.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  firstName: 'Prénom',
  lastName: 'Nom',
  code: 'Code',
  codeHint: 'Court et unique. Laissez-le vide et il sera formé du nom.',
  check: 'Vérifier s’il est libre',
  free: '{code} est libre.',
  taken: '{code} est déjà pris.',
  use: 'Prendre {code}',
  type: 'Type',
  email: 'Adresse e-mail',
  phone: 'Téléphone',
  organisation: 'Organisme',
  specialty: 'Spécialité',
  save: 'Enregistrer le contact',
  saved: '{name} est enregistré.',
  archive: 'Archiver',
  archivedDone: '{name} est archivé.',
  archivedNote: 'Ce contact est archivé. Ce qui lui a été envoyé reste tel quel.',
  restore: 'Remettre',
  restored: '{name} est de nouveau dans la liste.',
  sameEmailTitle: 'D’autres ont la même adresse e-mail',
  sameEmailText:
    'C’est normal si l’adresse est partagée. Si c’est la même personne, gardez un contact et archivez l’autre.',
  changedMeanwhile:
    'Quelqu’un a changé ce contact entre-temps. Ce que vous avez tapé est encore là. Chargez sa version pour comparer.',
  loadTheirs: 'Charger la plus récente',
  required: 'Remplissez ce champ',
  tooLong: 'C’est trop long',
  emailMalformed: 'Entrez une adresse e-mail, comme nom@example.com',
  phoneWrong: 'Entrez un numéro d’un pays que votre cabinet dessert',
  codeMalformed: 'Utilisez des lettres et des chiffres, comme FALKP2',
  codeTaken: 'Un autre contact a ce code. Ce peut être un contact archivé',
  typeUnknown: 'Choisissez un type dans la liste',
};
