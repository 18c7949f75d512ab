import { useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import { FormProblems } from '../../forms/FormProblems.tsx';
import { useSubmission } from '../../forms/useSubmission.ts';
import { birth } from '../../i18n/areas/birth/birth.ts';
import { forms } from '../../i18n/areas/forms/forms.ts';
import { dateOrder } from '../../i18n/format.ts';
import { useLanguage, useWords } from '../../i18n/WordsProvider.tsx';
import { Button } from '../../ui/Button/Button.tsx';
import { DateField, emptyDate, toIsoDate } from '../../ui/DateField/DateField.tsx';
import { PageHeading } from '../../ui/PageHeading/PageHeading.tsx';
import type { StepPartProps } from './steps.ts';

export const areas = [forms, birth];

export function Part({ token, state, onState, onFailed }: StepPartProps) {
  const words = useWords(birth);
  const formWords = useWords(forms);
  const { locale } = useLanguage();
  const [date, setDate] = useState(emptyDate);
  const submission = useSubmission({
    sentences: {
      'wrong-birth-date': (count) => words('birthWrong', { count }),
      'date-in-future': words('birthFuture'),
    },
    fields: { birthDate: 'born' },
  });
  // The first box, which a summary's line can lead to.
  const firstBox = `born-${dateOrder(locale)[0] ?? 'day'}`;
  const iso = toIsoDate(date);
  const check = () => {
    if (iso === undefined) {
      return [{ fieldId: firstBox, message: words('birthInvalid') }];
    }
    return new Date(iso) > new Date() ? [{ fieldId: firstBox, message: words('birthFuture') }] : [];
  };
  const send = async () => {
    try {
      const { body } = await api.post('/registration/birth-date', { body: { birthDate: iso ?? '' } }, { link: token });
      onState(body);
    } catch (error) {
      if (!onFailed(error)) {
        throw error;
      }
    }
  };
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submission.submit(check, send);
      }}
    >
      <PageHeading text={words('birthTitle')} />
      <FormProblems submission={submission} />
      <p>{words('birthText', { practice: state.practiceName })}</p>
      <DateField
        id="born"
        label={words('birthLabel')}
        birthDate
        value={date}
        onInput={setDate}
        error={submission.errorOf(firstBox) ?? submission.errorOf('born')}
      />
      <Button kind="primary" type="submit" wide busy={submission.busy}>
        {formWords('next')}
      </Button>
    </form>
  );
}
