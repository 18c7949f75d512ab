import type { Translation } from '../../message.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  title: 'Lo que le enviamos',
  signedInAs: 'Inicia sesión con {email}.',
  phone: 'Su teléfono termina en {digits}.',
  language: 'Idioma de correos, mensajes y llamadas',
  timeZone: 'Zona horaria',
  timeZoneHint: 'Como America/New_York',
  timeZoneUnknown: 'No existe esa zona. Use un nombre como America/New_York',
  newMessage: 'Un mensaje nuevo',
  unreadReminder: 'Un mensaje sin leer tras una hora',
  addedToCase: 'Le añaden a un caso',
  email: 'Por correo',
  text: 'Por mensaje de texto',
  both: 'Por correo y mensaje',
  none: 'De ninguna manera',
  always: 'Siempre le escribimos cuando pasa algo con su acceso.',
  save: 'Guardar',
  saved: 'Sus preferencias están guardadas.',
  english: 'English',
  spanish: 'Español',
  french: 'Français',
};
