import type { Translation } from '../../message.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  title: 'Ce que nous vous envoyons',
  signedInAs: 'Vous vous connectez avec {email}.',
  phone: 'Votre téléphone se termine par {digits}.',
  language: 'Langue des courriels, textos et appels',
  timeZone: 'Fuseau horaire',
  timeZoneHint: 'Par exemple America/New_York',
  timeZoneUnknown: 'Ce fuseau n’existe pas. Utilisez un nom comme America/New_York',
  newMessage: 'Un nouveau message',
  unreadReminder: 'Un message non lu après une heure',
  addedToCase: 'Vous êtes ajouté à un dossier',
  email: 'Par courriel',
  text: 'Par texto',
  both: 'Par courriel et texto',
  none: 'Pas du tout',
  always: 'Nous vous écrivons toujours lorsque quelque chose touche à votre connexion.',
  save: 'Enregistrer',
  saved: 'Vos choix sont enregistrés.',
  english: 'English',
  spanish: 'Español',
  french: 'Français',
};
