import type { Translation } from '../../message.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  title: 'Registro',
  linkNeededText: 'Para registrarse, abra el enlace del correo de su clínica.',
  linkCutTitle: '¿Llegó desde ese enlace?',
  linkCutText:
    'Algunos programas de correo cortan los enlaces largos. Copie el enlace completo del correo en la barra de direcciones. Si no funciona, pida a su clínica que le envíe el correo otra vez.',
};
