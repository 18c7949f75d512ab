import type { Translation } from '../../message.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  position: '{number} sur {count}',
  previous: 'Fichier précédent',
  next: 'Fichier suivant',
  download: 'Télécharger',
  downloadName: 'Télécharger {name}',
  zoomIn: 'Agrandir',
  zoomOut: 'Réduire',
  'zoom.fit': 'Image entière',
  'zoom.actual': 'Taille réelle',
  'zoom.double': '200 %',
  'zoom.quadruple': '400 %',
  page: 'Page {number} sur {count}',
  brightness: 'Luminosité',
  contrast: 'Contraste',
  reset: 'Réinitialiser',
  'cannot.broken': 'Ce fichier est abîmé ou incomplet et ne peut pas être affiché ici. Vous pouvez le télécharger.',
  'cannot.huge': 'Cette image est trop grande pour être affichée ici. Vous pouvez la télécharger.',
  'cannot.compression':
    'Cette image est enregistrée d’une façon qui ne peut pas être affichée ici. Téléchargez-la et ouvrez-la avec un logiciel prévu pour ces images.',
  'cannot.unknownForm':
    'Ce fichier ne contient aucune image qui puisse être affichée ici. Téléchargez-le et ouvrez-le avec un logiciel prévu pour ces fichiers.',
  'cannot.noPdf': 'Ce navigateur n’affiche pas les PDF dans une page.',
  openTab: 'Ouvrir dans un nouvel onglet',
  pdfIn: 'PDF {name}',
  pictureOf: 'Image {name}',
};
