import './Field.css';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { forms } from '../../i18n/areas/forms/forms.ts';
import { useWords } from '../../i18n/WordsProvider.tsx';
import { ErrorIcon } from '../Icon/StatusIcons.tsx';

/** What every field has. A placeholder is no label: it goes away as soon as one types. */
export interface FieldTexts {
  readonly label: string;
  /** What to type and why, in a sentence, before the field. */
  readonly hint?: ComponentChildren;
  /** What is wrong and how to put it right. */
  readonly error?: string | undefined;
  /** Fields are required unless they say so. */
  readonly optional?: boolean;
  /** For an error summary that links here; made up when not given. */
  readonly id?: string;
}

export interface FieldIds {
  readonly id: string;
  readonly hintId: string;
  readonly errorId: string;
  /** For aria-describedby: the hint and the error that are there. */
  readonly describedBy: string | undefined;
}

export function useFieldIds({ id: given, hint, error }: Pick<FieldTexts, 'id' | 'hint' | 'error'>): FieldIds {
  const made = useId();
  const id = given ?? made;
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const described = [hint === undefined ? '' : hintId, error === undefined ? '' : errorId].filter(
    (part) => part !== '',
  );
  return { id, hintId, errorId, describedBy: described.length === 0 ? undefined : described.join(' ') };
}

/** The label's text, with "(optional)" where the field is. */
export function LabelText({ label, optional = false }: Pick<FieldTexts, 'label' | 'optional'>) {
  const words = useWords(forms);
  return optional ? words('labelOptional', { label }) : label;
}

/** Hint and error, in the order in which they are read: between the label and the field. */
export function FieldNotes({ texts, ids }: { readonly texts: FieldTexts; readonly ids: FieldIds }) {
  const words = useWords(forms);
  return (
    <>
      {texts.hint !== undefined && (
        <div class="field-hint" id={ids.hintId}>
          {texts.hint}
        </div>
      )}
      {texts.error !== undefined && (
        <p class="field-error" id={ids.errorId}>
          <ErrorIcon size={18} />
          <span>
            <span class="said">{words('errorPrefix')} </span>
            {texts.error}
          </span>
        </p>
      )}
    </>
  );
}

interface FieldProps {
  readonly texts: FieldTexts;
  readonly ids: FieldIds;
  readonly children: ComponentChildren;
}

/** A label, its notes and one control. */
export function Field({ texts, ids, children }: FieldProps) {
  return (
    <div class={texts.error === undefined ? 'field' : 'field field--wrong'}>
      <label class="field-label" for={ids.id}>
        <LabelText {...texts} />
      </label>
      <FieldNotes texts={texts} ids={ids} />
      {children}
    </div>
  );
}

/** A question with several controls for one answer. */
export function FieldGroup({ texts, ids, children }: FieldProps) {
  return (
    <fieldset
      class={texts.error === undefined ? 'field' : 'field field--wrong'}
      id={ids.id}
      tabIndex={-1}
      aria-describedby={ids.describedBy}
    >
      <legend class="field-label">
        <LabelText {...texts} />
      </legend>
      <FieldNotes texts={texts} ids={ids} />
      {children}
    </fieldset>
  );
}
