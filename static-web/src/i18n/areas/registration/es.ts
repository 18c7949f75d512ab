import type { Translation } from '../../message.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  title: 'Registrarse',
  linkNeededText: 'Para registrarse, abra el enlace del correo de su consultorio.',
  linkCutTitle: '¿Viene de ese enlace?',
  linkCutText:
    'Algunos programas de correo cortan los enlaces largos. Copie el enlace entero del correo en la barra de direcciones. Si no funciona, pida a su consultorio que envíe el correo de nuevo.',
  invitedBy: '{inviter}, de {practice}, le ha invitado.',
};
