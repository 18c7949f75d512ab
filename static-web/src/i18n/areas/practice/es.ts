import type { Translation } from '../../message.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  cases: 'Casos',
  signedOutTitle: 'No ha iniciado sesión',
  signedOutText: 'Los casos de su consulta se muestran aquí después de iniciar sesión.',
  toFront: 'Ir a la página de inicio',
};
