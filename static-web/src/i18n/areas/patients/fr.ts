import type { Translation } from '../../message.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  patients: 'Patients',
  search: 'Chercher un patient',
  searchHint: 'Tapez un nom, un numéro ou une date de naissance.',
  openedLast: 'Ouverts récemment',
  results: 'Patients trouvés',
  found: { one: '{count} patient', other: '{count} patients' },
  firstOnes: 'Les {count} premiers sont affichés. Tapez-en plus pour en voir moins.',
  noneTitle: 'Aucun patient trouvé',
  noneText: 'Vérifiez l’orthographe ou ajoutez le patient.',
  newPatient: 'Nouveau patient',
  importRecords: 'Importer des dossiers',
  chooseTitle: 'Choisissez un patient',
  chooseText: 'Ses coordonnées, ses dossiers et ses données de santé s’affichent ici.',
  noneYetTitle: 'Aucun patient ouvert pour l’instant',
  noneYetText: 'Cherchez un patient ou ajoutez-en un. Les cinq derniers que vous ouvrez restent ici.',
  backToPatients: 'Tous les patients',
  born: 'Naissance',
  bornYears: { one: '{date} ({count} an)', other: '{date} ({count} ans)' },
  bornMonths: { one: '{date} ({count} mois)', other: '{date} ({count} mois)' },
  number: 'Numéro',
  phone: 'Téléphone',
};
