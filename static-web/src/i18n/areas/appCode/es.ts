import type { Translation } from '../../message.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  title: 'Escriba el código de su aplicación',
  text: 'Abra su aplicación de autenticación y busque Collaborations.',
  label: 'Seis cifras de la aplicación',
  hint: 'La aplicación muestra otras cada 30 segundos.',
  short: 'Escriba las seis cifras',
  wrong: 'No son las cifras que muestra ahora la aplicación. Cada código vale una vez: espere al siguiente',
  tooMany: 'Hubo demasiados intentos. Espere una hora o use su teléfono.',
  usePhone: 'Usar mi teléfono',
};
