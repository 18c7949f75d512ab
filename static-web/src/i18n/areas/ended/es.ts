import type { Translation } from '../../message.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  overTitle: 'Este enlace no funciona',
  overText:
    'Puede tener más de 30 días, estar usado o haber sido sustituido por otro. No ha perdido nada. Si ya se registró, inicie sesión.',
  askNew: 'Pedir un enlace nuevo al consultorio',
  asked: 'Hemos pasado su petición. Si hay una invitación para usted, llegará otro correo.',
  otherTitle: 'Este registro sigue en otro navegador',
  otherText: 'Siga allí o empiece de nuevo aquí. Lo que escribió allí se conserva.',
  beginHere: 'Empezar de nuevo aquí',
  toSignIn: 'Ir a la página de acceso',
};
