import type { Translation } from '../../message.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  emailTitle: 'El correo que anuncia una colaboración',
  emailText: 'Los miembros lo ven al iniciar una colaboración y pueden cambiarlo cada vez. No dice nada del paciente.',
  language: 'Idiomas',
  own: 'Usar nuestras propias palabras',
  standard: 'Este es el texto estándar.',
  subject: 'Asunto',
  text: 'Texto del correo',
  insert: 'Insertar:',
  'field.collaborator': 'El nombre del colaborador',
  'field.member': 'El nombre del miembro',
  'field.practice': 'El nombre del consultorio',
  'field.number': 'El número',
  preview: 'Lo que recibe un colega',
  sampleName: 'Ana Ruiz',
  previewNote: 'Sigue un botón que lleva a la colaboración, en el idioma de quien lee.',
  info: 'Información estándar del paciente marcada al principio',
  infoText: 'Quien inicia una colaboración puede marcar otra, o ninguna.',
  required: 'Rellene este campo',
  tooLong: 'Es demasiado largo',
  fieldUnknown: 'Use solo las palabras entre llaves que insertan los botones',
};
