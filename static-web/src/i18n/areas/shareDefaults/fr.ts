import type { Translation } from '../../message.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  emailTitle: 'Le courriel qui annonce une collaboration',
  emailText:
    'Les membres le voient en lançant une collaboration et peuvent le modifier à chaque fois. Il ne dit rien du patient.',
  language: 'Langues',
  own: 'Utiliser nos propres mots',
  standard: 'Ce sont les mots standard.',
  subject: 'Objet',
  text: 'Texte du courriel',
  insert: 'Insérer :',
  'field.collaborator': 'Le nom du confrère',
  'field.member': 'Le nom du membre',
  'field.practice': 'Le nom du cabinet',
  'field.number': 'Le numéro',
  preview: 'Ce que reçoit un confrère',
  sampleName: 'Ana Ruiz',
  previewNote: 'Un bouton qui mène à la collaboration suit, dans la langue de qui lit.',
  info: 'Informations standard cochées au départ',
  infoText: 'Qui lance une collaboration peut en cocher d’autres, ou aucune.',
  required: 'Remplissez ce champ',
  tooLong: 'C’est trop long',
  fieldUnknown: 'N’utilisez que les mots entre accolades que les boutons insèrent',
};
