import type { Ref } from 'preact';
import { Field, type FieldTexts, useFieldIds } from '../Field/Field.tsx';

interface TextFieldProps extends FieldTexts {
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly onBlur?: () => void;
  readonly type?: 'text' | 'email' | 'search' | 'tel';
  /** What the browser may fill in. Always decided: 'off' where it must not. */
  readonly autocomplete: string;
  readonly maxLength?: number;
  readonly readOnly?: boolean;
  /** More than one line; `type` then says nothing. */
  readonly lines?: number;
  readonly ref?: Ref<HTMLInputElement>;
}

export function TextField(props: TextFieldProps) {
  const { value, onInput, onBlur, type = 'text', autocomplete, maxLength, readOnly, lines, ref } = props;
  const ids = useFieldIds(props);
  const shared = {
    id: ids.id,
    class: 'control',
    value,
    autocomplete,
    maxLength,
    readOnly,
    'aria-describedby': ids.describedBy,
    'aria-invalid': props.error === undefined ? undefined : true,
    onBlur,
    // An email address or a name is no prose: a phone must not capitalise or correct it.
    ...(type === 'text' ? {} : { autocapitalize: 'none' as const, spellcheck: false }),
  } as const;
  return (
    <Field texts={props} ids={ids}>
      {lines === undefined ? (
        // Preact lists the attributes of each type of input apart; the ones given here are the same for all of these.
        <input
          {...shared}
          ref={ref ?? null}
          type={type as 'text'}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      ) : (
        <textarea {...shared} rows={lines} onInput={(event) => onInput(event.currentTarget.value)} />
      )}
    </Field>
  );
}
