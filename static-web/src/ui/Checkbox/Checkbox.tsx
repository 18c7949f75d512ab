import './Checkbox.css';
import { FieldNotes, type FieldTexts, useFieldIds } from '../Field/Field.tsx';

interface CheckboxProps extends Omit<FieldTexts, 'optional'> {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

export function Checkbox(props: CheckboxProps) {
  const ids = useFieldIds(props);
  return (
    <div class={props.error === undefined ? 'checkbox' : 'checkbox field--wrong'}>
      <input
        id={ids.id}
        class="checkbox-input"
        type="checkbox"
        checked={props.checked}
        aria-describedby={ids.describedBy}
        aria-invalid={props.error === undefined ? undefined : true}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      <label class="checkbox-label" for={ids.id}>
        {props.label}
      </label>
      <div class="checkbox-notes">
        <FieldNotes texts={props} ids={ids} />
      </div>
    </div>
  );
}
