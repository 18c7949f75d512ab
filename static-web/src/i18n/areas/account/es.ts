import type { Translation } from '../../message.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  signOut: 'Cerrar sesión',
  againTitle: 'Inicie sesión de nuevo',
  againText: 'Se cerró su sesión. Lo que escribió sigue aquí.',
  stillTitle: '¿Sigue ahí?',
  stillText: 'Para proteger lo que hay en la pantalla, su sesión se cerrará pronto.',
  stillLeft: 'Se cierra en',
  stay: 'Seguir conectado',
  account: 'Cuenta',
};
