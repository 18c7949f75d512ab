import './DateField.css';
import { forms } from '../../i18n/areas/forms/forms.ts';
import { type DatePart, dateOrder } from '../../i18n/format.ts';
import { useLanguage, useWords } from '../../i18n/WordsProvider.tsx';
import { FieldGroup, type FieldTexts, useFieldIds } from '../Field/Field.tsx';

/** As typed: nothing is corrected while someone types, and nothing typed is ever lost. */
export type TypedDate = Readonly<Record<DatePart, string>>;

export const emptyDate: TypedDate = { day: '', month: '', year: '' };

interface DateFieldProps extends FieldTexts {
  readonly value: TypedDate;
  readonly onInput: (value: TypedDate) => void;
  /** Which boxes the error is about; all three when not given. */
  readonly wrong?: readonly DatePart[];
  /** A birth date may be filled in by the browser. */
  readonly birthDate?: boolean;
}

const autocomplete = { day: 'bday-day', month: 'bday-month', year: 'bday-year' } as const;

/** A date that one knows by heart, typed in three boxes in the order of the reader's locale. */
export function DateField(props: DateFieldProps) {
  const { value, onInput, wrong, birthDate = false } = props;
  const words = useWords(forms);
  const { locale } = useLanguage();
  const ids = useFieldIds(props);
  const isWrong = (part: DatePart) => props.error !== undefined && (wrong === undefined || wrong.includes(part));
  return (
    <FieldGroup texts={props} ids={ids}>
      <div class="date">
        {dateOrder(locale).map((part) => (
          <div key={part} class={`date-part date-part--${part}`}>
            <label class="date-label" for={`${ids.id}-${part}`}>
              {words(part)}
            </label>
            <input
              id={`${ids.id}-${part}`}
              class="control"
              type="text"
              inputMode="numeric"
              maxLength={part === 'year' ? 4 : 2}
              autocomplete={birthDate ? autocomplete[part] : 'off'}
              value={value[part]}
              aria-invalid={isWrong(part) ? true : undefined}
              onInput={(event) => onInput({ ...value, [part]: event.currentTarget.value })}
            />
          </div>
        ))}
      </div>
    </FieldGroup>
  );
}

/** The typed date as an ISO date such as 1956-02-29, or undefined where the calendar has no such day. */
export function toIsoDate({ day, month, year }: TypedDate): string | undefined {
  const [d, m, y] = [day, month, year].map((part) => (/^\d+$/u.test(part.trim()) ? Number(part) : Number.NaN));
  if (d === undefined || m === undefined || y === undefined || !(y >= 1000 && y <= 9999)) {
    return undefined;
  }
  const date = new Date(Date.UTC(y, m - 1, d));
  const exists = date.getUTCFullYear() === y && date.getUTCMonth() === m - 1 && date.getUTCDate() === d;
  return exists ? date.toISOString().slice(0, 10) : undefined;
}
