import type { Translation } from '../../message.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  labelOptional: '{label} (facultatif)',
  errorPrefix: 'Erreur :',
  errorSummaryTitle: { one: 'Il y a {count} point à corriger', other: 'Il y a {count} points à corriger' },
  day: 'Jour',
  month: 'Mois',
  year: 'Année',
  country: 'Pays',
  countryWithCode: '{country} (+{calling})',
  callingCode: '+{calling}',
  phoneNumber: 'Numéro de téléphone',
  show: 'Afficher',
  hide: 'Masquer',
  showPassword: 'Afficher le mot de passe',
  hidePassword: 'Masquer le mot de passe',
  passwordIsShown: 'Votre mot de passe est lisible à l’écran.',
  requirements: 'Votre mot de passe doit respecter',
  requirementMet: 'Rempli',
  requirementUnmet: 'Pas encore',
  requirementsMet: { one: '{met} critère rempli sur {count}', other: '{met} critères remplis sur {count}' },
  next: 'Continuer',
};
