import type { Translation } from '../../message.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  inbox: 'Bandeja segura',
  signedOutTitle: 'No ha iniciado sesión',
  signedOutText: 'Aquí se guardan los mensajes de su clínica. Solo se le muestran a usted, después de iniciar sesión.',
  toFront: 'Ir a la página de inicio',
};
