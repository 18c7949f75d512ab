import { library } from '../../../i18n/areas/library/library.ts';
import type { Area, Words } from '../../../i18n/message.ts';
import { useWords } from '../../../i18n/WordsProvider.tsx';
import { DateField, type TypedDate } from '../../../ui/DateField/DateField.tsx';
import type { FieldProblem } from '../../../ui/ErrorSummary/ErrorSummary.tsx';
import { TextField } from '../../../ui/TextField/TextField.tsx';
import { partialDate } from './partialDate.ts';

export interface TypedDocument {
  readonly title: string;
  readonly date: TypedDate;
}

interface DocumentFieldsProps {
  /** Begins the ids of its controls. */
  readonly id: string;
  readonly value: TypedDocument;
  readonly onInput: (value: TypedDocument) => void;
  readonly errorOf: (fieldId: string) => string | undefined;
}

/** What a member says about a document. */
export function DocumentFields({ id, value, onInput, errorOf }: DocumentFieldsProps) {
  const words = useWords(library);
  return (
    <>
      <TextField
        id={`${id}-title`}
        label={words('title')}
        autocomplete="off"
        maxLength={200}
        value={value.title}
        onInput={(title) => onInput({ ...value, title })}
        error={errorOf(`${id}-title`)}
      />
      <DateField
        id={`${id}-date`}
        label={words('date')}
        hint={words('dateHint')}
        optional
        value={value.date}
        onInput={(date) => onInput({ ...value, date })}
        error={errorOf(`${id}-date`)}
      />
    </>
  );
}

type LibraryWords = typeof library extends Area<infer English> ? Words<English> : never;

/** What is wrong with what was typed, before anything is sent. */
export function problemsOf(id: string, typed: TypedDocument, words: LibraryWords): readonly FieldProblem[] {
  return [
    ...(typed.title.trim() === '' ? [{ fieldId: `${id}-title`, message: words('required') }] : []),
    ...(partialDate(typed.date) === undefined ? [{ fieldId: `${id}-date`, message: words('dateWrong') }] : []),
  ];
}

/** What of it the service is told. */
export function textsOf(typed: TypedDocument): { readonly title: string; readonly date?: string } {
  const date = partialDate(typed.date);
  return { title: typed.title.trim(), ...(date ? { date } : {}) };
}
