import './CodeField.css';
import { Field, type FieldTexts, useFieldIds } from '../Field/Field.tsx';

interface CodeFieldProps extends FieldTexts {
  /** Digits only, at most `length`. */
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly length?: number;
}

/**
 * A code from a text or a call. One box and not six: a phone fills it in from the message, a paste of "123 456" fits, and a screen reader
 * says one field.
 */
export function CodeField(props: CodeFieldProps) {
  const { value, onInput, length = 6 } = props;
  const ids = useFieldIds(props);
  return (
    <Field texts={props} ids={ids}>
      <input
        id={ids.id}
        class="control code"
        type="text"
        inputMode="numeric"
        autocomplete="one-time-code"
        pattern="[0-9 ]*"
        value={value}
        size={length}
        aria-describedby={ids.describedBy}
        aria-invalid={props.error === undefined ? undefined : true}
        onInput={(event) => {
          const digits = event.currentTarget.value.replace(/\D/gu, '').slice(0, length);
          // Set here too: when a letter is typed the value stays the same, and nothing would draw the field again.
          event.currentTarget.value = digits;
          onInput(digits);
        }}
      />
    </Field>
  );
}
