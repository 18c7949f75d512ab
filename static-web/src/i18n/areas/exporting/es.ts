import type { Translation } from '../../message.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  export: 'Exportar como FHIR',
  preparing: 'Se está preparando el archivo.',
  ready: 'El archivo está listo. Se guarda durante una hora.',
  save: 'Guardar el archivo',
  failed: 'No se pudo crear el archivo. No se cambió nada; inténtelo de nuevo.',
  gone: 'El archivo ya no está. Exporte de nuevo.',
};
