import type { Translation } from '../../message.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  position: '{number} de {count}',
  previous: 'Archivo anterior',
  next: 'Archivo siguiente',
  download: 'Descargar',
  downloadName: 'Descargar {name}',
  zoomIn: 'Ampliar',
  zoomOut: 'Reducir',
  'zoom.fit': 'Imagen completa',
  'zoom.actual': 'Tamaño real',
  'zoom.double': '200 %',
  'zoom.quadruple': '400 %',
  page: 'Página {number} de {count}',
  brightness: 'Brillo',
  contrast: 'Contraste',
  reset: 'Restablecer',
  'cannot.broken': 'Este archivo está dañado o incompleto y no se puede mostrar aquí. Puede descargarlo.',
  'cannot.huge': 'Esta imagen es demasiado grande para mostrarla aquí. Puede descargarla.',
  'cannot.compression':
    'Esta imagen está guardada de una forma que no se puede mostrar aquí. Descárguela y ábrala con un programa para estas imágenes.',
  'cannot.unknownForm':
    'Este archivo no contiene ninguna imagen que se pueda mostrar aquí. Descárguelo y ábralo con un programa para estos archivos.',
  'cannot.noPdf': 'Este navegador no muestra los PDF dentro de una página.',
  openTab: 'Abrir en otra pestaña',
  pdfIn: 'PDF {name}',
  pictureOf: 'Imagen {name}',
};
