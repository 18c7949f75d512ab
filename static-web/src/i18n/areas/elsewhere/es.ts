import type { Translation } from '../../message.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  nothingHereTitle: 'No hay nada aquí para esta cuenta',
  nothingHereText: 'Ha iniciado sesión, pero no con una cuenta a la que pertenezcan estas páginas.',
  otherAccount: 'Usar otra cuenta',
  ownPages: 'Ir a mis páginas',
};
