import type { Translation } from '../../message.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  termsTitle: 'Condiciones de uso',
  termsRead: 'Lea hasta el final para seguir.',
  changed: 'Las condiciones han cambiado desde que las leyó. Cargue la página de nuevo para leer las nuevas.',
  accept: 'Acepto',
};
