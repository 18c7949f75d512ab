import type { Translation } from '../../message.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  title: 'Bienvenida',
  headline: 'Hable con su consultorio en privado',
  lead: 'Collaborations lleva mensajes y archivos entre los pacientes, su consultorio y los colegas con los que trabaja.',
  invitedTitle: '¿Recibió una invitación?',
  invitedText: 'Abra el enlace del correo de su consultorio. Le guía por el registro paso a paso.',
  doubtTitle: '¿Duda de que el correo sea auténtico?',
  doubtText:
    'Llame a su consultorio a un número que ya tenga. Nuestros correos nunca piden una contraseña ni un código.',
  statusTitle: '¿Funciona el servicio?',
  'status.checking': 'Lo estamos comprobando.',
  'status.working': 'Sí. Todo responde.',
  'status.partly': 'No del todo. Una parte no responde en este momento. Vuelva en unos minutos.',
  'status.unreachable': 'No lo sabemos: nada responde. Revise su conexión.',
  lookAgain: 'Comprobar de nuevo',
  notFoundTitle: 'No hay ninguna página en esta dirección',
  notFoundText:
    'Quizá se escribió mal o se cortó en un correo. Abra el enlace otra vez o empiece en la página de inicio.',
  toFront: 'Ir a la página de inicio',
};
