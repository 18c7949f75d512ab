import type { Translation } from '../../message.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  mainNavigation: 'Principal',
  startPage: 'Collaborations, página de inicio',
  close: 'Cerrar',
  undo: 'Deshacer',
  unread: 'Sin leer:',
  withFile: 'Con un archivo',
  more: 'Mostrar más',
  noneSoFar: 'Nada entre lo más reciente.',
  newCount: { one: '{count} nuevo', other: '{count} nuevos' },
};
