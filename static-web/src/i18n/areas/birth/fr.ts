import type { Translation } from '../../message.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  birthTitle: 'Quand êtes-vous né ?',
  birthText: 'Nous le demandons pour que vous seul lisiez ce que {practice} vous écrit.',
  birthLabel: 'Votre date de naissance',
  birthInvalid: 'Entrez un jour, un mois et une année à quatre chiffres',
  birthFuture: 'Cette date est dans le futur',
  birthWrong: {
    one: 'Ce n’est pas la date que le cabinet a. Il vous reste {count} essai. Si vous êtes sûr, appelez le cabinet',
    other: 'Ce n’est pas la date que le cabinet a. Il vous reste {count} essais',
  },
};
