import type { Translation } from '../../message.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  correctTitle: 'Corregir su mensaje',
  correctSave: 'Guardar',
  correctText: 'Mensaje',
};
