import type { Translation } from '../../message.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  title: 'Iniciar sesión',
  email: 'Correo electrónico',
  password: 'Contraseña',
  signIn: 'Iniciar sesión',
  emailMissing: 'Escriba su correo electrónico',
  passwordMissing: 'Escriba su contraseña',
  wrong:
    'El correo y la contraseña no coinciden. Tras cinco contraseñas equivocadas, el acceso queda en pausa un tiempo.',
  busy: 'Hay muchas personas iniciando sesión. Inténtelo de nuevo en unos segundos.',
  noPhone: 'El consultorio pide un código y no tenemos ningún teléfono suyo. Llame al consultorio.',
  forgotten: '¿Ha olvidado su contraseña?',
  doneTitle: 'Ya está registrado. Inicie sesión',
};
