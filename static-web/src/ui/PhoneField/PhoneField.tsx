import './PhoneField.css';
import '../Select/Select.css';
import { forms } from '../../i18n/areas/forms/forms.ts';
import { useLanguage, useWords } from '../../i18n/WordsProvider.tsx';
import { FieldGroup, type FieldTexts, useFieldIds } from '../Field/Field.tsx';
import { ChevronDownIcon } from '../Icon/MoveIcons.tsx';
import { groupDigits } from './groupDigits.ts';

export interface PhoneCountry {
  /** ISO 3166-1 alpha-2, such as US. */
  readonly code: string;
  /** The country's calling code without plus, such as 1. */
  readonly calling: string;
}

/** As typed. The server decides whether it is a number, and of which kind. */
export interface TypedPhone {
  readonly country: string;
  readonly number: string;
}

interface PhoneFieldProps extends FieldTexts {
  readonly value: TypedPhone;
  readonly onInput: (value: TypedPhone) => void;
  /** The countries that the practice serves. With a single one nothing is asked: its calling code is just shown. */
  readonly countries: readonly PhoneCountry[];
}

export function PhoneField(props: PhoneFieldProps) {
  const { value, onInput, countries } = props;
  const words = useWords(forms);
  const { locale } = useLanguage();
  const ids = useFieldIds(props);
  const names = new Intl.DisplayNames(locale, { type: 'region' });
  const chosen = countries.find((country) => country.code === value.country) ?? countries[0];
  const invalid = props.error === undefined ? undefined : true;
  return (
    <FieldGroup texts={props} ids={ids}>
      <div class="phone">
        {countries.length > 1 && (
          <div class="phone-part phone-part--country">
            <label class="phone-label" for={`${ids.id}-country`}>
              {words('country')}
            </label>
            <div class="select">
              <select
                id={`${ids.id}-country`}
                class="control"
                autocomplete="tel-country-code"
                value={chosen?.code}
                onChange={(event) => onInput({ ...value, country: event.currentTarget.value })}
              >
                {countries.map(({ code, calling }) => (
                  <option key={code} value={code}>
                    {words('countryWithCode', { country: names.of(code) ?? code, calling })}
                  </option>
                ))}
              </select>
              <ChevronDownIcon />
            </div>
          </div>
        )}
        <div class="phone-part">
          <label class="phone-label" for={`${ids.id}-number`}>
            {words('phoneNumber')}
          </label>
          <div class="phone-number">
            <span class="phone-calling" id={`${ids.id}-calling`}>
              {words('callingCode', { calling: chosen?.calling ?? '' })}
            </span>
            <input
              id={`${ids.id}-number`}
              class="control"
              type="tel"
              autocomplete="tel-national"
              maxLength={30}
              value={value.number}
              aria-describedby={`${ids.id}-calling`}
              aria-invalid={invalid}
              onInput={(event) => onInput({ ...value, number: event.currentTarget.value })}
              onBlur={() => onInput({ ...value, number: groupDigits(value.number, chosen?.calling) })}
            />
          </div>
        </div>
      </div>
    </FieldGroup>
  );
}
