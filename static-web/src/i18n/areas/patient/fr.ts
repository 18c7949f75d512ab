import type { Translation } from '../../message.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  inbox: 'Messagerie sécurisée',
  emptyTitle: 'Pas encore de messages',
  emptyText: 'Quand votre cabinet vous écrira, cela apparaîtra ici.',
  search: 'Chercher dans vos messages',
  nothingFound: 'Rien trouvé',
  nothingFoundText: 'Aucun message n’a ces mots. Essayez-en moins.',
  back: 'Retour à la messagerie',
  yourMessage: 'Votre message à {name}',
  collaborations: 'Collaborations',
  profile: 'Profil',
  threadWith: '{name}, {practice}',
};
