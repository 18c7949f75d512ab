import type { Translation } from '../../message.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  devices: 'Dónde ha iniciado sesión',
  thisDevice: 'Este dispositivo',
  lastSeen: 'Último uso: {at}',
  endDevice: 'Cerrar sesión',
  endDeviceName: 'Cerrar sesión en {device}',
  changePassword: 'Cambiar la contraseña',
  currentPassword: 'Contraseña actual',
  save: 'Guardar',
  passwordChanged: 'Su contraseña ha cambiado. Los demás dispositivos están desconectados.',
  wrongPassword: 'Esta no es su contraseña actual',
  tooManyTries: 'Ha probado demasiadas contraseñas. Espere una hora.',
  passwordExpired: 'Su consultorio pide una contraseña nueva cada cierto tiempo. Elija una.',
};
