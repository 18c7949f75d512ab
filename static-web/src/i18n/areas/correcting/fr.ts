import type { Translation } from '../../message.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  correctTitle: 'Corriger votre message',
  correctSave: 'Enregistrer',
  correctText: 'Message',
};
