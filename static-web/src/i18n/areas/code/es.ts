import type { Translation } from '../../message.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  codeTitle: 'Escriba el código',
  codeTexted: 'Enviamos un mensaje al número que termina en {digits}.',
  codeCalled: 'Estamos llamando al número que termina en {digits}.',
  codeFailed: 'El código no llegó. Envíelo de nuevo o elija otra forma.',
  codeLabel: 'Código de seis cifras',
  codeHint: 'Funciona durante 10 minutos.',
  codeShort: 'Escriba las seis cifras',
  codeWrong: {
    one: 'No es el código que enviamos. Le queda {count} intento',
    other: 'No es el código que enviamos. Le quedan {count} intentos',
  },
  codeExpired: 'Este código valía 10 minutos y ya no funciona. Envíe uno nuevo.',
  codeTooMany:
    'Hubo demasiados códigos equivocados. Envíe uno nuevo. Si no funciona, inténtelo mañana o llame al consultorio.',
  tooManyCodes: 'Se enviaron demasiados códigos a este número. Espere una hora o use otro.',
  resend: 'Reenviar el código',
  resendIn: 'Puede reenviarlo en',
  resent: 'Va un código nuevo. El anterior ya no funciona.',
  changeDelivery: 'Cambiar la forma de envío',
};
