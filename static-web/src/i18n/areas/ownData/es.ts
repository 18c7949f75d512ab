import type { Translation } from '../../message.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  title: 'Sus datos',
  downloadText: 'Un zip con su cuenta, sus conversaciones y los archivos que contienen.',
  download: 'Descargar todo lo mío',
  close: 'Cerrar mi cuenta',
  closeText:
    'Se cerrará su sesión en todas partes. Pasados 14 días su cuenta desaparece; si inicia sesión antes, la conserva. Su consultorio conserva sus propios registros.',
  closePassword: 'Escriba su contraseña para cerrar la cuenta.',
  closed: 'Su cuenta se cerrará',
  closedText: 'Se ha cerrado su sesión en todas partes. Inicie sesión antes del {at} si cambia de idea.',
  toFront: 'Ir a la página de inicio',
  stillMember: 'Usted trabaja en un consultorio. Pida antes a un gestor que retire su acceso.',
};
