import './patients/patients.css';
import { useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import type { PatientSummary } from '../../api/types.ts';
import { describeFailure } from '../../errors/describeFailure.ts';
import { FormProblems } from '../../forms/FormProblems.tsx';
import { useSubmission } from '../../forms/useSubmission.ts';
import { base } from '../../i18n/areas/base/base.ts';
import { patientForm } from '../../i18n/areas/patientForm/patientForm.ts';
import { patients } from '../../i18n/areas/patients/patients.ts';
import { practice } from '../../i18n/areas/practice/practice.ts';
import { formatDate } from '../../i18n/format.ts';
import { useLanguage, useWords } from '../../i18n/WordsProvider.tsx';
import { paths } from '../../navigation/paths.ts';
import { navigate } from '../../navigation/useAddress.ts';
import { useSession } from '../../session/Signed.tsx';
import { Banner } from '../../ui/Banner/Banner.tsx';
import { Button } from '../../ui/Button/Button.tsx';
import { PageHeading } from '../../ui/PageHeading/PageHeading.tsx';
import { RadioCards } from '../../ui/RadioCards/RadioCards.tsx';
import { SearchField } from '../../ui/SearchField/SearchField.tsx';
import { TextField } from '../../ui/TextField/TextField.tsx';
import { summaryOf } from './patients/ChosenPatient.tsx';
import { PatientForm } from './patients/PatientForm.tsx';
import { usePatientSearch } from './patients/usePatientSearch.ts';

export const areas = [patientForm];

const searchId = 'case-search';

interface NewCasePageProps {
  readonly practiceId: string;
  /** Whose case it will be, where one comes from the patient's page. */
  readonly patient?: PatientSummary;
}

/** Opens a case: for the patient of the page, or for one that is found or added here. */
export function Part({ practiceId, patient }: NewCasePageProps) {
  const words = useWords(practice);
  const [added, setAdded] = useState(patient);
  const [query, setQuery] = useState('');
  const [adding, setAdding] = useState(false);
  const [picked, setPicked] = useState<string | undefined>(undefined);
  const search = usePatientSearch(practiceId, query, added === undefined);
  const found = added === undefined ? (search.patients ?? []) : [added];
  // Only somebody who is in sight: the results may have changed since.
  const chosen = patient ?? added ?? found.find((one) => one.patientId === picked);
  return (
    <div class="stack">
      <PageHeading text={words('newCase')} />
      {adding && (
        <>
          <h2>{words('newPatient')}</h2>
          <PatientForm
            practiceId={practiceId}
            onSaved={(saved) => {
              setAdding(false);
              setAdded(summaryOf(saved));
            }}
          />
        </>
      )}
      {patient === undefined && !adding && (
        <Finding
          search={search}
          query={query}
          onQuery={(next) => {
            setAdded(undefined);
            setQuery(next);
          }}
          onAdd={() => setAdding(true)}
        />
      )}
      {!adding && (
        <CaseForm
          practiceId={practiceId}
          found={patient === undefined ? found : []}
          chosen={chosen?.patientId}
          onChoose={setPicked}
        />
      )}
    </div>
  );
}

interface FindingProps {
  readonly search: ReturnType<typeof usePatientSearch>;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly onAdd: () => void;
}

function Finding({ search, query, onQuery, onAdd }: FindingProps) {
  const words = useWords(practice);
  const baseWords = useWords(base);
  const searching = useWords(patients);
  const saying = (typed: string, count: number) => {
    if (typed.trim() === '') {
      return count > 0 && searching('openedLast');
    }
    return count === 0 ? searching('noneTitle') : searching('found', { count });
  };
  return (
    <div class="finding">
      <SearchField id={searchId} label={words('findPatient')} value={query} onInput={onQuery} />
      {search.failure !== undefined && (
        <Banner kind="error" action={<Button onClick={search.again}>{baseWords('tryAgain')}</Button>}>
          {describeFailure(search.failure, baseWords)}
        </Banner>
      )}
      <p class="soft small" role="status">
        {search.settled && search.patients !== undefined && saying(query, search.patients.length)}
      </p>
      <div class="row">
        <Button kind="quiet" onClick={onAdd}>
          {words('newPatient')}
        </Button>
      </div>
    </div>
  );
}

interface CaseFormProps {
  readonly practiceId: string;
  /** To choose from; empty where the patient is known. */
  readonly found: readonly PatientSummary[];
  readonly chosen: string | undefined;
  readonly onChoose: (patientId: string) => void;
}

function CaseForm({ practiceId, found, chosen, onChoose }: CaseFormProps) {
  const words = useWords(practice);
  const { locale } = useLanguage();
  const { lost } = useSession();
  const [title, setTitle] = useState('');
  const submission = useSubmission({
    sentences: { required: words('required'), 'too-long': words('tooLong') },
    fields: { title: 'case-title' },
  });
  // Where nobody is in sight to be chosen, the way to somebody is the search.
  const missing = { fieldId: found.length > 0 ? 'case-patient' : searchId, message: words('choosePatient') };
  const check = () => (chosen === undefined ? [missing] : []);
  const send = async () => {
    try {
      const { body } = await api.post('/practices/{practiceId}/cases', {
        path: { practiceId },
        body: { patientId: chosen ?? '', title },
      });
      navigate(paths.case.to({ practiceId, caseId: body.caseId }));
    } catch (error) {
      if (!lost(error)) {
        throw error;
      }
    }
  };
  const born = (date: string | undefined) =>
    date === undefined ? undefined : formatDate({ locale, timeZone: 'UTC' }, new Date(date), 'day');
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submission.submit(check, send);
      }}
    >
      <FormProblems submission={submission} />
      {found.length > 0 && (
        <RadioCards
          id="case-patient"
          label={words('patient')}
          value={chosen}
          onChange={onChoose}
          cards={found.map((one) => ({
            value: one.patientId,
            label: one.name,
            hint: [one.code, born(one.birthDate)].filter(Boolean).join(', '),
          }))}
          error={submission.errorOf('case-patient')}
        />
      )}
      <TextField
        id="case-title"
        label={words('caseTitle')}
        autocomplete="off"
        maxLength={200}
        value={title}
        onInput={setTitle}
        error={submission.errorOf('case-title')}
      />
      <div class="row">
        <Button kind="primary" type="submit" busy={submission.busy}>
          {words('openCase')}
        </Button>
      </div>
    </form>
  );
}
