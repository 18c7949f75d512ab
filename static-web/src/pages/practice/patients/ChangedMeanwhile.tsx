import { useEffect, useRef } from 'preact/hooks';
import { patientForm } from '../../../i18n/areas/patientForm/patientForm.ts';
import { formatDate } from '../../../i18n/format.ts';
import { languageNames } from '../../../i18n/languages.ts';
import { useLanguage, useWords } from '../../../i18n/WordsProvider.tsx';
import { Banner } from '../../../ui/Banner/Banner.tsx';
import { Button } from '../../../ui/Button/Button.tsx';
import { type TypedDate, toIsoDate } from '../../../ui/DateField/DateField.tsx';
import { type TypedPatient, textFields } from './typedPatient.ts';

interface ChangedMeanwhileProps {
  readonly theirs: TypedPatient;
  readonly typed: TypedPatient;
  readonly onTake: () => void;
}

/** What somebody else has saved meanwhile, where it differs from what is typed here. Takes the focus: Save is far below it. */
export function ChangedMeanwhile({ theirs, typed, onTake }: ChangedMeanwhileProps) {
  const words = useWords(patientForm);
  const { locale } = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const say = (date: TypedDate) => {
    const iso = toIsoDate(date);
    return iso === undefined ? '' : formatDate({ locale, timeZone: 'UTC' }, new Date(iso), 'day');
  };
  const rows = [
    ...textFields.map((field) => ({ label: words(field), their: theirs[field], own: typed[field].trim() })),
    { label: words('birthDate'), their: say(theirs.born), own: say(typed.born) },
    {
      label: words('language'),
      their: theirs.language && languageNames[theirs.language],
      own: typed.language && languageNames[typed.language],
    },
  ].filter(({ their, own }) => their !== own);
  return (
    <div ref={box} class="changed" tabIndex={-1}>
      <Banner
        kind="warning"
        title={words('changedTitle')}
        action={rows.length > 0 && <Button onClick={onTake}>{words('takeTheirs')}</Button>}
      >
        <p>{words(rows.length === 0 ? 'changedSame' : 'changedText')}</p>
        {rows.length > 0 && (
          <>
            <p>
              <strong>{words('savedNow')}</strong>
            </p>
            <dl class="facts">
              {rows.map(({ label, their }) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>{their === '' ? words('nothing') : their}</dd>
                </div>
              ))}
            </dl>
          </>
        )}
      </Banner>
    </div>
  );
}
