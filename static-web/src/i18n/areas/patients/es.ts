import type { Translation } from '../../message.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  patients: 'Pacientes',
  search: 'Buscar paciente',
  searchHint: 'Escriba un nombre, un número o una fecha de nacimiento.',
  openedLast: 'Abiertos hace poco',
  results: 'Pacientes encontrados',
  found: { one: '{count} paciente', other: '{count} pacientes' },
  firstOnes: 'Se muestran los primeros {count}. Escriba más para ver menos.',
  noneTitle: 'No se encontró ningún paciente',
  noneText: 'Revise cómo está escrito o añada al paciente.',
  newPatient: 'Paciente nuevo',
  importRecords: 'Importar historiales',
  chooseTitle: 'Elija un paciente',
  chooseText: 'Aquí aparecen sus datos, casos e historial de salud.',
  noneYetTitle: 'Aún no ha abierto ningún paciente',
  noneYetText: 'Busque a un paciente o añada uno. Los últimos cinco que abra quedan aquí.',
  backToPatients: 'Todos los pacientes',
  born: 'Nacimiento',
  bornYears: { one: '{date} ({count} año)', other: '{date} ({count} años)' },
  bornMonths: { one: '{date} ({count} mes)', other: '{date} ({count} meses)' },
  number: 'Número',
  phone: 'Teléfono',
};
