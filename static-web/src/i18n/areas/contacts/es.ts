import type { Translation } from '../../message.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  contacts: 'Contactos',
  search: 'Buscar contactos',
  which: 'Mostrar',
  current: 'En uso',
  archived: 'Archivados',
  newContact: 'Nuevo contacto',
  file: 'Importar o exportar',
  back: 'Todos los contactos',
  chooseTitle: 'Elija un contacto',
  chooseText: 'Aquí se ve y se cambia cómo localizar a un colega de fuera del consultorio.',
  noneTitle: 'No hay contactos aquí',
  noneText: 'Añada a los colegas con los que trabaja, o impórtelos de un archivo.',
  notFoundTitle: 'No se encuentra a nadie',
  notFoundText: 'Escriba el comienzo de un nombre, un código o una organización.',
  sameEmail: 'Mismo correo',
  detail: '{code}, {type}',
  detailAt: '{code}, {type}, {organisation}',
  'type.referringDentist': 'Dentista que deriva',
  'type.specialist': 'Especialista',
  'type.physician': 'Médico',
  'type.laboratory': 'Laboratorio',
  'type.insurer': 'Aseguradora',
  'type.other': 'Otro',
};
