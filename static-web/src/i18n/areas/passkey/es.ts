import type { Translation } from '../../message.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  withPasskey: 'Entrar con una llave de acceso',
  passkeyUnknown: 'No conocemos esta llave de acceso. Entre con su contraseña.',
};
