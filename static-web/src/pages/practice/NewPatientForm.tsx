import { useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import type { PatientSummary } from '../../api/types.ts';
import { FormProblems } from '../../forms/FormProblems.tsx';
import { useSubmission } from '../../forms/useSubmission.ts';
import { practice } from '../../i18n/areas/practice/practice.ts';
import { useWords } from '../../i18n/WordsProvider.tsx';
import { useSession } from '../../session/Signed.tsx';
import { Button } from '../../ui/Button/Button.tsx';
import { DateField, emptyDate, toIsoDate } from '../../ui/DateField/DateField.tsx';
import { TextField } from '../../ui/TextField/TextField.tsx';

interface NewPatientFormProps {
  readonly practiceId: string;
  readonly onAdded: (patient: PatientSummary) => void;
}

const fields = ['firstName', 'lastName', 'code', 'email', 'mobile', 'landline'] as const;

type Typed = Readonly<Record<(typeof fields)[number], string>>;

const empty: Typed = { firstName: '', lastName: '', code: '', email: '', mobile: '', landline: '' };

/** Adds a person to the directory. */
export function NewPatientForm({ practiceId, onAdded }: NewPatientFormProps) {
  const words = useWords(practice);
  const { lost } = useSession();
  const [typed, setTyped] = useState(empty);
  const [born, setBorn] = useState(emptyDate);
  const submission = useSubmission({
    sentences: {
      required: words('required'),
      'too-long': words('tooLong'),
      'email-malformed': words('emailMalformed'),
      'phone-malformed': words('phoneWrong'),
      'phone-country-not-served': words('phoneWrong'),
      'phone-not-allowed': words('phoneWrong'),
      'date-in-future': words('dateWrong'),
      'date-too-old': words('dateWrong'),
    },
    fields: { ...Object.fromEntries(fields.map((field) => [field, `patient-${field}`])), birthDate: 'patient-born' },
  });
  const birthDate = toIsoDate(born);
  const noDate = Object.values(born).every((part) => part.trim() === '');
  const check = () =>
    birthDate === undefined && !noDate ? [{ fieldId: 'patient-born', message: words('dateWrong') }] : [];
  const send = async () => {
    try {
      const given = Object.fromEntries(Object.entries(typed).filter(([, value]) => value.trim() !== ''));
      const { body } = await api.post('/practices/{practiceId}/patients', {
        path: { practiceId },
        body: {
          ...given,
          firstName: typed.firstName,
          lastName: typed.lastName,
          ...(birthDate === undefined ? {} : { birthDate }),
        },
      });
      onAdded({ ...body, name: `${body.firstName} ${body.lastName}` });
    } catch (error) {
      if (!lost(error)) {
        throw error;
      }
    }
  };
  const field = (name: (typeof fields)[number], required: boolean, type: 'text' | 'email' | 'tel' = 'text') => (
    <TextField
      id={`patient-${name}`}
      label={words(name)}
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
      <h2>{words('newPatient')}</h2>
      <FormProblems submission={submission} />
      {field('firstName', true)}
      {field('lastName', true)}
      {field('code', false)}
      <DateField
        id="patient-born"
        label={words('birthDate')}
        optional
        value={born}
        onInput={setBorn}
        error={submission.errorOf('patient-born')}
      />
      {field('email', false, 'email')}
      {field('mobile', false, 'tel')}
      {field('landline', false, 'tel')}
      <div class="row">
        <Button type="submit" busy={submission.busy}>
          {words('savePatient')}
        </Button>
      </div>
    </form>
  );
}
