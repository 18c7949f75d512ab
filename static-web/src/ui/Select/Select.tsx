import './Select.css';
import { Field, type FieldTexts, useFieldIds } from '../Field/Field.tsx';
import { ChevronDownIcon } from '../Icon/MoveIcons.tsx';

export interface Option<Value extends string> {
  readonly value: Value;
  readonly text: string;
}

interface SelectProps<Value extends string> extends FieldTexts {
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly options: readonly Option<Value>[];
  readonly autocomplete?: string;
}

/** For more than about six answers; below that {@link RadioCards} show all of them at once. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { value, onChange, options, autocomplete = 'off' } = props;
  const ids = useFieldIds(props);
  return (
    <Field texts={props} ids={ids}>
      <div class="select">
        <select
          id={ids.id}
          class="control"
          value={value}
          autocomplete={autocomplete}
          aria-describedby={ids.describedBy}
          aria-invalid={props.error === undefined ? undefined : true}
          onChange={(event) => onChange(event.currentTarget.value as Value)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.text}
            </option>
          ))}
        </select>
        <ChevronDownIcon />
      </div>
    </Field>
  );
}
