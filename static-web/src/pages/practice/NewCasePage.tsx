import { useEffect, useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import type { PatientSummary } from '../../api/types.ts';
import { FormProblems } from '../../forms/FormProblems.tsx';
import { useSubmission } from '../../forms/useSubmission.ts';
import { practice } from '../../i18n/areas/practice/practice.ts';
import { useWords } from '../../i18n/WordsProvider.tsx';
import { paths } from '../../navigation/paths.ts';
import { navigate } from '../../navigation/useAddress.ts';
import { useSession } from '../../session/Signed.tsx';
import { Button } from '../../ui/Button/Button.tsx';
import { PageHeading } from '../../ui/PageHeading/PageHeading.tsx';
import { RadioCards } from '../../ui/RadioCards/RadioCards.tsx';
import { SearchField } from '../../ui/SearchField/SearchField.tsx';
import { TextField } from '../../ui/TextField/TextField.tsx';
import { NewPatientForm } from './NewPatientForm.tsx';

/** Finds or adds a patient and opens a case. */
export function NewCasePage({ practiceId }: { readonly practiceId: string }) {
  const words = useWords(practice);
  const { lost } = useSession();
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<readonly PatientSummary[]>([]);
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const [adding, setAdding] = useState(false);
  const [title, setTitle] = useState('');
  const submission = useSubmission({
    sentences: { required: words('required'), 'too-long': words('tooLong') },
    fields: { title: 'case-title' },
  });
  useEffect(() => {
    const left = new AbortController();
    api
      .get(
        '/practices/{practiceId}/patients',
        { path: { practiceId }, ...(query === '' ? {} : { query: { q: query } }) },
        { signal: left.signal },
      )
      .then(
        ({ body }) => setFound(body.patients),
        (error: unknown) => left.signal.aborted || lost(error),
      );
    return () => left.abort();
  }, [practiceId, query, lost]);
  const check = () => (chosen === undefined ? [{ fieldId: 'case-patient', message: words('choosePatient') }] : []);
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
  const added = (patient: PatientSummary) => {
    setAdding(false);
    setFound([patient]);
    setChosen(patient.patientId);
  };
  return (
    <div class="stack">
      <PageHeading text={words('newCase')} />
      {adding ? (
        <NewPatientForm practiceId={practiceId} onAdded={added} />
      ) : (
        <>
          <SearchField label={words('findPatient')} value={query} onInput={setQuery} />
          <div class="row">
            <Button kind="quiet" onClick={() => setAdding(true)}>
              {words('newPatient')}
            </Button>
          </div>
        </>
      )}
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
            onChange={setChosen}
            cards={found.map((patient) => ({
              value: patient.patientId,
              label: patient.name,
              hint: [patient.code, patient.birthDate].filter(Boolean).join(', '),
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
    </div>
  );
}
