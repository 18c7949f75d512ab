import type { Translation } from '../../message.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  list: 'Colaboraciones',
  listOf: 'De {name}, {practice}',
  numbered: 'Colaboración {number}',
  emptyTitle: 'Aún no se ha compartido nada con usted',
  emptyText: 'Cuando un consultorio comparta un paciente con usted, aparecerá aquí.',
  waiting: 'Nuevo',
  closed: 'Cerrada',
  removed: 'Acceso terminado',
  back: 'Todas las colaboraciones',
  waitingTitle: '{name} comparte un paciente con usted',
  waitingText: 'El mensaje es de {practice}. Cuando lo abra, {name} ya no podrá cambiarlo.',
  open: 'Abrir el mensaje',
  removedText: 'Su acceso a esta colaboración ha terminado.',
  removedReason: 'El motivo: {reason}',
  born: 'Fecha de nacimiento: {date}',
  message: 'Mensaje',
  attachments: 'Archivos adjuntos',
  noAttachments: 'No hay nada adjunto.',
  also: 'También en esta colaboración',
  respond: 'Responder',
  submit: 'Enviar mensaje',
  thread: 'Mensajes',
  closedText: 'Esta colaboración está cerrada. Puede leerla; el consultorio puede volver a abrirla.',
  nobodyReads:
    'Nadie del consultorio lee ya esta colaboración, así que no admite respuestas. Puede leerla. Llame al consultorio si lo necesita.',
  from: '{name}, {practice}',
};
