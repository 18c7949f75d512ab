import type { Translation } from '../../message.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  passwordTitle: 'Elija una contraseña',
  password: 'Contraseña nueva',
  repeat: 'Contraseña nueva otra vez',
  savePassword: 'Guardar la contraseña',
};
