import { useState } from 'preact/hooks';
import { api } from '../../../api/api.ts';
import { Failure } from '../../../api/failure.ts';
import type { PatientForm as Form, Patient } from '../../../api/types.ts';
import { FormProblems } from '../../../forms/FormProblems.tsx';
import { useSubmission } from '../../../forms/useSubmission.ts';
import { patientForm } from '../../../i18n/areas/patientForm/patientForm.ts';
import { languageNames, languages } from '../../../i18n/languages.ts';
import { useWords } from '../../../i18n/WordsProvider.tsx';
import { useSession } from '../../../session/Signed.tsx';
import { Button, LinkButton } from '../../../ui/Button/Button.tsx';
import { DateField, toIsoDate } from '../../../ui/DateField/DateField.tsx';
import { Select } from '../../../ui/Select/Select.tsx';
import { TextField } from '../../../ui/TextField/TextField.tsx';
import { ChangedMeanwhile } from './ChangedMeanwhile.tsx';
import { formOf, isEmpty, textFields, typedOf } from './typedPatient.ts';

interface PatientFormProps {
  readonly practiceId: string;
  /** Whoever is changed; without one somebody is added. */
  readonly patient?: Patient;
  readonly onSaved: (patient: Patient) => void;
  /** Where one goes without saving. */
  readonly back?: string;
}

/** Adds a person to the directory, or changes what it says of one. */
export function PatientForm({ practiceId, patient, onSaved, back }: PatientFormProps) {
  const words = useWords(patientForm);
  const { lost } = useSession();
  const [typed, setTyped] = useState(() => typedOf(patient));
  const [etag, setEtag] = useState(patient?.etag);
  const [theirs, setTheirs] = useState<Patient | undefined>(undefined);
  const submission = useSubmission({
    sentences: {
      required: words('required'),
      'too-long': words('tooLong'),
      'email-malformed': words('emailMalformed'),
      'phone-malformed': words('phoneMalformed'),
      'phone-country-not-served': words('phoneNotServed'),
      'phone-not-allowed': words('phoneNotAllowed'),
      'date-in-future': words('dateInFuture'),
      'date-too-old': words('dateTooOld'),
    },
    fields: { ...Object.fromEntries(textFields.map((field) => [field, `patient-${field}`])), birthDate: dateBox },
  });
  const check = () => [
    ...(['firstName', 'lastName'] as const).flatMap((name) =>
      typed[name].trim() === '' ? [{ fieldId: `patient-${name}`, message: words(`${name}Missing`) }] : [],
    ),
    ...(toIsoDate(typed.born) === undefined && !isEmpty(typed.born)
      ? [{ fieldId: dateBox, message: words('dateImpossible') }]
      : []),
  ];
  const send = async () => {
    try {
      onSaved(await save(practiceId, patient?.patientId, formOf(typed), etag));
    } catch (error) {
      if (lost(error)) {
        return;
      }
      if (patient === undefined || !(error instanceof Failure && error.status === 412)) {
        throw error;
      }
      const path = { practiceId, patientId: patient.patientId };
      const { body } = await api.get('/practices/{practiceId}/patients/{patientId}', { path });
      setTheirs(body);
      setEtag(body.etag);
    }
  };
  const field = (name: (typeof textFields)[number], required: boolean, type: 'text' | 'email' | 'tel' = 'text') => (
    <TextField
      id={`patient-${name}`}
      label={words(name)}
      {...(name === 'code' && patient === undefined ? { hint: words('codeHint') } : {})}
      type={type}
      optional={!required}
      autocomplete="off"
      value={typed[name]}
      onInput={(value) => setTyped({ ...typed, [name]: value })}
      error={submission.errorOf(`patient-${name}`)}
    />
  );
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
      {theirs && (
        <ChangedMeanwhile
          theirs={typedOf(theirs)}
          typed={typed}
          onTake={() => {
            setTyped(typedOf(theirs));
            setTheirs(undefined);
          }}
        />
      )}
      {field('firstName', true)}
      {field('lastName', true)}
      <DateField
        id="patient-born"
        label={words('birthDate')}
        optional
        value={typed.born}
        onInput={(born) => setTyped({ ...typed, born })}
        error={submission.errorOf(dateBox)}
      />
      {field('code', false)}
      {field('mobile', false, 'tel')}
      {field('landline', false, 'tel')}
      {field('email', false, 'email')}
      <Select
        label={words('language')}
        value={typed.language}
        onChange={(language) => setTyped({ ...typed, language })}
        options={[
          ...(patient === undefined ? [{ value: '' as const, text: words('practiceLanguage') }] : []),
          ...languages.map((value) => ({ value, text: languageNames[value] })),
        ]}
      />
      <div class="row">
        <Button kind="primary" type="submit" busy={submission.busy}>
          {words('save')}
        </Button>
        {back !== undefined && (
          <LinkButton kind="quiet" to={back}>
            {words('cancel')}
          </LinkButton>
        )}
      </div>
    </form>
  );
}

/** The box that an error summary leads to, whatever the order of the locale. */
const dateBox = 'patient-born-day';

async function save(
  practiceId: string,
  patientId: string | undefined,
  body: Form,
  etag: string | undefined,
): Promise<Patient> {
  if (patientId === undefined) {
    return (await api.post('/practices/{practiceId}/patients', { path: { practiceId }, body })).body;
  }
  const input = { path: { practiceId, patientId }, body };
  return (await api.put('/practices/{practiceId}/patients/{patientId}', input, { ifMatch: etag ?? '' })).body;
}
