import type { Translation } from '../../message.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  you: 'Usted',
  withdrawn: 'Este mensaje fue retirado.',
  corrected: 'Corregido',
  sendAgain: 'Enviar de nuevo',
  'message.sending': 'Enviando',
  'message.sent': 'Enviado',
  'message.delivered': 'Entregado',
  'message.read': 'Leído',
  'message.failed': 'No enviado',
  attach: 'Adjuntar archivos',
  send: 'Enviar',
  composerKeys: 'Ctrl + Intro envía',
  uploadOf: 'Carga de {name}',
  uploaded: '{sent} de {total}',
  uploadPaused: 'En pausa: {sent} de {total}',
  fileChecking: 'Comprobando el archivo',
  pauseFile: 'Pausar {name}',
  resumeFile: 'Reanudar {name}',
  retryFile: 'Reintentar {name}',
  removeFile: 'Quitar {name}',
  'event.done': 'Hecho:',
  'event.now': 'Ahora:',
  'event.waiting': 'Todavía no:',
  'event.failed': 'Falló:',
};
