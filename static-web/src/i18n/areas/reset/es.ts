import type { Translation } from '../../message.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  askTitle: 'Crear una contraseña nueva',
  askText: 'Escriba el correo con el que inicia sesión. Le enviaremos un enlace.',
  email: 'Correo electrónico',
  emailWrong: 'Escriba un correo, como nombre@example.com',
  send: 'Enviar el enlace',
  sentTitle: 'Mire su correo',
  sentText:
    'Si hay una cuenta con esta dirección, el correo está en camino. El enlace funciona una vez, durante una hora. Si no llega nada, mire en el correo no deseado y revise cómo está escrita la dirección.',
  otherAddress: 'Usar otra dirección',
  overTitle: 'Este enlace no funciona',
  overText: 'Tiene más de una hora, ya se usó o está cortado. Su contraseña sigue igual. Puede pedir otro enlace.',
  askNew: 'Pedir otro enlace',
  otherTitle: 'Esto sigue en otro navegador',
  otherText: 'Siga allí, o empiece aquí con otro código.',
  beginHere: 'Empezar aquí',
  noPhones: 'No tenemos ningún teléfono suyo y no podemos comprobar que es usted. Llame a su consultorio.',
  doneTitle: 'Su contraseña nueva está guardada. Inicie sesión',
  doneText: 'Se cerró la sesión en todos sus dispositivos.',
  toSignIn: 'Ir a la página de acceso',
};
