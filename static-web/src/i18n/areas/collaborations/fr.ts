import type { Translation } from '../../message.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  collaborations: 'Collaborations',
  search: 'Chercher par numéro, patient ou confrère',
  stateFilter: 'État',
  whose: 'De qui',
  everyState: 'Toutes',
  everyones: 'Toutes celles que je peux voir',
  mine: 'Lancées par moi',
  unreadOnly: 'Seulement avec du nouveau',
  numbered: '{number}, {patient}',
  noneTitle: 'Aucune collaboration ici',
  noneText: 'Ouvrez un dossier et choisissez Lancer une collaboration près du patient.',
  noneYetTitle: 'Pas encore de collaborations',
  noneYetText: 'Ce qui est partagé avec des confrères au sujet de ce patient, et leurs réponses, apparaît ici.',
  chooseTitle: 'Choisissez une collaboration',
  chooseText: 'Ce que vous avez partagé, qui l’a lu et les réponses apparaissent ici.',
  back: 'Toutes les collaborations',
  'state.openForEdits': 'Modifiable',
  'state.sent': 'Envoyée',
  'state.delivered': 'Remise',
  'state.read': 'Lue',
  'state.answered': 'Réponse reçue',
  'state.closed': 'Fermée',
};
