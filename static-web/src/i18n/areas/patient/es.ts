import type { Translation } from '../../message.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  inbox: 'Buzón seguro',
  emptyTitle: 'Aún no hay mensajes',
  emptyText: 'Cuando su consultorio le escriba, aparecerá aquí.',
  search: 'Buscar en sus mensajes',
  nothingFound: 'No se encontró nada',
  nothingFoundText: 'Ningún mensaje tiene esas palabras. Pruebe con menos.',
  back: 'Volver al buzón',
  yourMessage: 'Su mensaje para {name}',
  collaborations: 'Colaboraciones',
  profile: 'Perfil',
  threadWith: '{name}, {practice}',
};
