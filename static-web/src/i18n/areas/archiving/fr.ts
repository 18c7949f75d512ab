import type { Translation } from '../../message.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  preparing: 'Préparation du zip : {done} fichiers sur {files}',
  failed: 'Le zip n’a pas pu être créé. Rien n’a été modifié ; réessayez.',
  none: 'Il n’y a pas encore de fichier à télécharger.',
};
