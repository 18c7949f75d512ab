import type { Translation } from '../../message.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  serviceName: 'Collaborations',
  pageTitle: '{page} - Collaborations',
  skipToMain: 'Ir al contenido principal',
  language: 'Idioma',
  languageFailed: 'No se pudo cargar ese idioma. Inténtelo de nuevo.',
  stepOf: 'Paso {step} de {total}',
  loading: 'Cargando',
  tryAgain: 'Intentar de nuevo',
  'banner.info': 'Nota:',
  'banner.success': 'Hecho:',
  'banner.warning': 'Atención:',
  'banner.error': 'Problema:',
  offlineTitle: 'No hay conexión',
  offlineText: 'Lo que escribió se conserva. La página sigue sola cuando vuelve la conexión.',
  'failure.unreachable': 'No pudimos conectar con el servicio. Revise su conexión e inténtelo de nuevo.',
  'failure.timeout': 'El servicio tardó demasiado en responder. Inténtelo de nuevo.',
  'failure.unreadable':
    'Respondió algo que no es nuestro servicio. Si usa una red de invitados, conéctese primero a ella e inténtelo de nuevo.',
  'failure.signedOut': 'Su sesión ha terminado. Inicie sesión de nuevo para continuar.',
  'failure.notFound': 'Esto no está aquí o usted no tiene acceso.',
  'failure.changed': 'Alguien lo cambió mientras tanto. Vea la nueva versión e inténtelo de nuevo.',
  'failure.tooLarge': 'Es demasiado grande para enviarlo.',
  'failure.tooMany': 'Hubo demasiados intentos. Espere un momento e inténtelo de nuevo.',
  'failure.tooManyFor': {
    one: 'Hubo demasiados intentos. Inténtelo de nuevo en {count} segundo.',
    other: 'Hubo demasiados intentos. Inténtelo de nuevo en {count} segundos.',
  },
  'failure.service': 'Algo falló de nuestro lado. Inténtelo de nuevo en unos minutos.',
  'failure.unknown': 'Esto no funcionó. Inténtelo de nuevo.',
  'failure.reference': 'Referencia: {id}',
  'kept.typed': 'Lo que escribió sigue aquí.',
  'kept.file': 'La parte del archivo que llegó se conserva.',
};
