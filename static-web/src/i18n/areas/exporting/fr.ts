import type { Translation } from '../../message.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  export: 'Exporter en FHIR',
  preparing: 'Le fichier est en préparation.',
  ready: 'Le fichier est prêt. Il est gardé une heure.',
  save: 'Enregistrer le fichier',
  failed: 'Le fichier n’a pas pu être créé. Rien n’a changé ; réessayez.',
  gone: 'Le fichier n’est plus là. Exportez de nouveau.',
};
