import './PasswordField.css';
import { useId, useState } from 'preact/hooks';
import { forms } from '../../i18n/areas/forms/forms.ts';
import { useWords } from '../../i18n/WordsProvider.tsx';
import { Field, type FieldTexts, useFieldIds } from '../Field/Field.tsx';
import { CheckCircleIcon, CircleIcon } from '../Icon/StatusIcons.tsx';

export interface Requirement {
  readonly id: string;
  readonly text: string;
  readonly met: boolean;
}

interface PasswordFieldProps extends FieldTexts {
  readonly value: string;
  readonly onInput: (value: string) => void;
  /** `new-password` where one is chosen, so that a password manager offers to make one; otherwise `current-password`. */
  readonly autocomplete: 'new-password' | 'current-password';
  /** Judged by the page as one types, shown beside the field, each met or not yet met in words, icon and colour. */
  readonly requirements?: readonly Requirement[];
}

export function PasswordField(props: PasswordFieldProps) {
  const { value, onInput, autocomplete, requirements } = props;
  const words = useWords(forms);
  const ids = useFieldIds(props);
  const listId = useId();
  const [shown, setShown] = useState(false);
  const describedBy = [ids.describedBy, requirements && listId].filter(Boolean).join(' ');
  return (
    <div class="password">
      <Field texts={props} ids={ids}>
        <div class="password-box">
          <input
            id={ids.id}
            class="control"
            type={(shown ? 'text' : 'password') as 'password'}
            value={value}
            autocomplete={autocomplete}
            autocapitalize="none"
            spellcheck={false}
            aria-describedby={describedBy === '' ? undefined : describedBy}
            aria-invalid={props.error === undefined ? undefined : true}
            onInput={(event) => onInput(event.currentTarget.value)}
          />
          <button
            type="button"
            class="password-show"
            aria-controls={ids.id}
            aria-label={shown ? words('hidePassword') : words('showPassword')}
            onClick={() => setShown(!shown)}
          >
            {shown ? words('hide') : words('show')}
          </button>
        </div>
      </Field>
      <p class="said" role="status">
        {shown ? words('passwordIsShown') : ''}
      </p>
      {requirements && <Requirements id={listId} requirements={requirements} />}
    </div>
  );
}

function Requirements({ id, requirements }: { readonly id: string; readonly requirements: readonly Requirement[] }) {
  const words = useWords(forms);
  const met = requirements.filter((requirement) => requirement.met).length;
  return (
    <div class="requirements" id={id}>
      <p class="requirements-title">{words('requirements')}</p>
      <ul>
        {requirements.map((requirement) => (
          <li key={requirement.id} class={requirement.met ? 'requirement requirement--met' : 'requirement'}>
            {requirement.met ? <CheckCircleIcon /> : <CircleIcon />}
            <span>{requirement.text}</span>
            <span class="requirement-state">
              {requirement.met ? words('requirementMet') : words('requirementUnmet')}
            </span>
          </li>
        ))}
      </ul>
      <p class="said" role="status">
        {words('requirementsMet', { met, count: requirements.length })}
      </p>
    </div>
  );
}
