import type { Translation } from '../../message.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  preparing: 'Preparando el zip: {done} de {files} archivos',
  failed: 'No se pudo crear el zip. No se cambió nada; inténtelo de nuevo.',
  none: 'Aún no hay ningún archivo que descargar.',
};
