import { useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import { FormProblems } from '../../forms/FormProblems.tsx';
import { useSubmission } from '../../forms/useSubmission.ts';
import { forms } from '../../i18n/areas/forms/forms.ts';
import { phone } from '../../i18n/areas/phone/phone.ts';
import { useWords } from '../../i18n/WordsProvider.tsx';
import { Button } from '../../ui/Button/Button.tsx';
import { PageHeading } from '../../ui/PageHeading/PageHeading.tsx';
import { PhoneField, type TypedPhone } from '../../ui/PhoneField/PhoneField.tsx';
import type { StepPartProps } from './steps.ts';

export const areas = [forms, phone];

export function Part({ token, state, onState, onFailed }: StepPartProps) {
  const words = useWords(phone);
  const formWords = useWords(forms);
  const country = state.countries[0]?.code ?? '';
  const [cell, setCell] = useState<TypedPhone>({ country, number: '' });
  const [landline, setLandline] = useState<TypedPhone>({ country, number: '' });
  const typed = [
    { id: 'cell-number', kind: 'cell', phone: cell },
    { id: 'landline-number', kind: 'landline', phone: landline },
  ] as const;
  const given = typed.filter(({ phone }) => phone.number.trim() !== '');
  const submission = useSubmission({
    sentences: {
      'phone-malformed': words('phoneMalformed'),
      'phone-country-not-served': words('phoneCountry'),
      'phone-not-allowed': words('phoneNotAllowed'),
      'phone-required': words('phoneRequired'),
    },
    fields: {
      phones: 'cell-number',
      ...Object.fromEntries(given.map(({ id }, index) => [`phones.${index}`, id])),
    },
  });
  const onFile = state.phones.filter((phone) => phone.onFile);
  const check = () =>
    given.length + onFile.length === 0 ? [{ fieldId: 'cell-number', message: words('phoneRequired') }] : [];
  const international = ({ country: code, number }: TypedPhone) => {
    const calling = state.countries.find((one) => one.code === code)?.calling ?? '';
    return number.trim().startsWith('+') ? number : `+${calling} ${number}`;
  };
  const send = async () => {
    try {
      const phones = given.map(({ kind, phone }) => ({ kind, number: international(phone) }));
      const { body } = await api.post('/registration/phones', { body: { phones } }, { link: token });
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
      <PageHeading text={words('phoneTitle')} />
      <FormProblems submission={submission} />
      <p>{words('phoneText')}</p>
      {onFile.length > 0 && (
        <section class="stack">
          <h2>{words('phonesOnFile')}</h2>
          <ul>
            {onFile.map((phone) => (
              <li key={phone.phoneId}>
                {words('phoneEnding', {
                  kind: words(phone.kind === 'cell' ? 'cell' : 'landline'),
                  digits: phone.masked.slice(-2),
                })}
              </li>
            ))}
          </ul>
          {!state.onlyNumbersOnFile && <p>{words('onFileEnough')}</p>}
        </section>
      )}
      {state.onlyNumbersOnFile ? (
        <p>{words('onlyOnFile')}</p>
      ) : (
        <>
          <PhoneField
            id="cell"
            label={words('cell')}
            optional
            countries={state.countries}
            value={cell}
            onInput={setCell}
            error={submission.errorOf('cell-number')}
          />
          <PhoneField
            id="landline"
            label={words('landline')}
            optional
            countries={state.countries}
            value={landline}
            onInput={setLandline}
            error={submission.errorOf('landline-number')}
          />
        </>
      )}
      <Button kind="primary" type="submit" wide busy={submission.busy}>
        {formWords('next')}
      </Button>
    </form>
  );
}
