import type { Translation } from '../../message.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  labelOptional: '{label} (opcional)',
  errorPrefix: 'Error:',
  errorSummaryTitle: { one: 'Hay {count} cosa que corregir', other: 'Hay {count} cosas que corregir' },
  day: 'Día',
  month: 'Mes',
  year: 'Año',
  country: 'País',
  countryWithCode: '{country} (+{calling})',
  callingCode: '+{calling}',
  phoneNumber: 'Número de teléfono',
  show: 'Mostrar',
  hide: 'Ocultar',
  showPassword: 'Mostrar contraseña',
  hidePassword: 'Ocultar contraseña',
  passwordIsShown: 'Su contraseña se puede leer en la pantalla.',
  requirements: 'Su contraseña necesita',
  requirementMet: 'Cumplido',
  requirementUnmet: 'Todavía no',
  requirementsMet: { one: '{met} de {count} requisito cumplido', other: '{met} de {count} requisitos cumplidos' },
  next: 'Continuar',
};
