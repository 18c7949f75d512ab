import type { Translation } from '../../message.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  withPasskey: 'Se connecter avec une clé d’accès',
  passkeyUnknown: 'Cette clé d’accès n’est pas connue ici. Connectez-vous avec votre mot de passe.',
};
