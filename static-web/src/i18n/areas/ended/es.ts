import type { Translation } from '../../message.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  overTitle: 'Este enlace no funciona',
  overText:
    'Puede tener más de 30 días, haberse usado ya, haber sido sustituido por otro más nuevo o haberse cerrado por respuestas equivocadas. No se ha perdido nada. Si ya se registró, inicie sesión. Si no, llame al consultorio.',
  askNew: 'Pedir un enlace nuevo al consultorio',
  asked: 'Hemos avisado al consultorio. Si hay una invitación para usted, le llegará un correo nuevo.',
  otherTitle: 'Este registro sigue en otro navegador',
  otherText:
    'Siga allí o empiece de nuevo aquí. Lo que escribió allí se conserva. Si esta página vuelve cada vez, su navegador no guarda cookies: permítalas para este sitio o use otro navegador.',
  beginHere: 'Empezar de nuevo aquí',
  toSignIn: 'Ir a la página de acceso',
};
