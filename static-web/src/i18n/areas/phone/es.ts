import type { Translation } from '../../message.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  phoneTitle: '¿A qué teléfono podemos llamarle?',
  phoneText: 'Enviaremos un código a uno de sus números.',
  phonesOnFile: 'Números que tiene el consultorio',
  onFileEnough: 'Si uno de estos es correcto, continúe. Abajo puede añadir otro número.',
  cell: 'Teléfono móvil',
  landline: 'Teléfono fijo',
  phoneEnding: '{kind} que termina en {digits}',
  phoneRequired: 'Escriba al menos un número',
  phoneMalformed: 'No es un número que podamos usar. Revise las cifras',
  phoneCountry: 'El consultorio no envía códigos a este país. Use otro número',
  phoneNotAllowed: 'No se pueden enviar códigos a este tipo de número. Use otro',
  onlyOnFile: 'El consultorio solo envía códigos a los números que tiene. Llame si el suyo ha cambiado.',
};
