import { useState } from 'preact/hooks';
import type { PatientSummary } from '../../../api/types.ts';
import { describeFailure } from '../../../errors/describeFailure.ts';
import { base } from '../../../i18n/areas/base/base.ts';
import { patients as area } from '../../../i18n/areas/patients/patients.ts';
import { formatDate } from '../../../i18n/format.ts';
import { useLanguage, useWords } from '../../../i18n/WordsProvider.tsx';
import { paths } from '../../../navigation/paths.ts';
import { Banner } from '../../../ui/Banner/Banner.tsx';
import { Button } from '../../../ui/Button/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState/EmptyState.tsx';
import { List } from '../../../ui/List/List.tsx';
import { SearchField } from '../../../ui/SearchField/SearchField.tsx';
import { Skeleton } from '../../../ui/Skeleton/Skeleton.tsx';
import { mostFound, usePatientSearch } from './usePatientSearch.ts';

export const areas = [area];

interface DirectoryProps {
  readonly practiceId: string;
  /** Whose page is open: in the list as they are now, renamed perhaps since it was read. */
  readonly chosen: PatientSummary | undefined;
}

/** The practice's patients: those that were opened last, or those that fit what is typed. The list stays as it is while one is opened from it. */
export function Part({ practiceId, chosen }: DirectoryProps) {
  const words = useWords(area);
  const baseWords = useWords(base);
  const { locale } = useLanguage();
  const [query, setQuery] = useState('');
  const search = usePatientSearch(practiceId, query);
  const blank = query.trim() === '';
  const read = search.patients?.map((one) => (one.patientId === chosen?.patientId ? chosen : one));
  // Whoever was opened from elsewhere has been opened too.
  const isNew = blank && chosen !== undefined && read?.includes(chosen) === false;
  const found = isNew ? [chosen, ...read] : read;
  return (
    <>
      <div class="directory-search">
        <SearchField label={words('searchHint')} value={query} onInput={setQuery} />
        <p class="soft small" role="status">
          {search.settled &&
            found !== undefined &&
            found.length > 0 &&
            (blank
              ? words('openedLast')
              : found.length === mostFound
                ? words('firstOnes', { count: mostFound })
                : words('found', { count: found.length }))}
        </p>
      </div>
      {search.failure !== undefined && (
        <Banner kind="error" action={<Button onClick={search.again}>{baseWords('tryAgain')}</Button>}>
          {describeFailure(search.failure, baseWords)}
        </Banner>
      )}
      {found === undefined ? (
        search.failure === undefined && <Skeleton lines={5} />
      ) : (
        <List
          name={words('patients')}
          entries={found.map((patient) => ({
            id: patient.patientId,
            to: paths.patient.to({ practiceId, patientId: patient.patientId }),
            title: patient.name,
            detail: patient.birthDate
              ? formatDate({ locale, timeZone: 'UTC' }, new Date(patient.birthDate), 'day')
              : patient.code,
            badge: patient.birthDate ? patient.code : undefined,
            selected: patient.patientId === chosen?.patientId,
          }))}
          empty={
            <EmptyState title={words(blank ? 'noneYetTitle' : 'noneTitle')}>
              {words(blank ? 'noneYetText' : 'noneText')}
            </EmptyState>
          }
        />
      )}
    </>
  );
}
