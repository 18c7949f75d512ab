import type { Translation } from '../../message.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  contacts: 'Contacts',
  search: 'Chercher un contact',
  which: 'Afficher',
  current: 'En cours',
  archived: 'Archivés',
  newContact: 'Nouveau contact',
  file: 'Importer ou exporter',
  back: 'Tous les contacts',
  chooseTitle: 'Choisissez un contact',
  chooseText: 'Ici vous voyez et changez comment joindre un confrère hors du cabinet.',
  noneTitle: 'Aucun contact ici',
  noneText: 'Ajoutez les confrères avec qui vous travaillez, ou importez-les depuis un fichier.',
  notFoundTitle: 'Personne n’a été trouvé',
  notFoundText: 'Tapez le début d’un nom, d’un code ou d’un organisme.',
  sameEmail: 'Même courriel',
  detail: '{code}, {type}',
  detailAt: '{code}, {type}, {organisation}',
  'type.referringDentist': 'Dentiste correspondant',
  'type.specialist': 'Spécialiste',
  'type.physician': 'Médecin',
  'type.laboratory': 'Laboratoire',
  'type.insurer': 'Assureur',
  'type.other': 'Autre',
};
