import type { Translation } from '../../message.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  length: 'Al menos {count} caracteres',
  notYou: 'Sin su nombre, correo o consultorio',
  same: 'Las dos veces igual',
  hint: 'Tres o cuatro palabras sin relación son fáciles de recordar.',
  tooShort: 'Elija una contraseña más larga',
  tooLong: 'Elija una contraseña más corta, de 256 caracteres como mucho',
  common: 'Mucha gente usa contraseñas así. Elija otra',
  namesYou: 'No use su nombre, correo ni consultorio',
  differ: 'Escriba la misma contraseña dos veces',
  kinds: 'Una minúscula, una mayúscula, una cifra y un signo como #',
  usedBefore: 'Elija una que no sea de las seis últimas',
};
