import type { Translation } from '../../message.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  deliveryTitle: '¿Cómo le enviamos el código?',
  deliveryText: 'Elija una opción. El código tiene seis cifras.',
  deliveryLabel: 'Enviar el código por',
  deliveryMissing: 'Elija cómo recibir el código',
  byText: 'Mensaje de texto: {phone}',
  byCall: 'Llamada: {phone}',
  callHint: 'Una voz dice el código dos veces.',
  send: 'Enviar el código',
  tooManyCodes: 'Se enviaron demasiados códigos a este número. Espere una hora o use otro.',
  cell: 'Teléfono móvil',
  landline: 'Teléfono fijo',
  phoneEnding: '{kind} que termina en {digits}',
  phoneCountry: 'El consultorio no envía códigos a este país. Use otro número',
  phoneNotAllowed: 'No se pueden enviar códigos a este tipo de número. Use otro',
};
