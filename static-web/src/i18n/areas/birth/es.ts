import type { Translation } from '../../message.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  birthTitle: '¿Cuándo nació?',
  birthText: 'Se lo preguntamos para que solo usted lea lo que le escribe {practice}.',
  birthLabel: 'Su fecha de nacimiento',
  birthInvalid: 'Escriba día, mes y año con cuatro cifras',
  birthFuture: 'Esta fecha es futura',
  birthWrong: {
    one: 'No es la fecha que tiene el consultorio. Le queda {count} intento. Si está seguro, llame al consultorio',
    other: 'No es la fecha que tiene el consultorio. Le quedan {count} intentos',
  },
};
