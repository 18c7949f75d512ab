import { useState } from 'preact/hooks';
import { FormProblems } from '../../../forms/FormProblems.tsx';
import { useSubmission } from '../../../forms/useSubmission.ts';
import { library } from '../../../i18n/areas/library/library.ts';
import { useWords } from '../../../i18n/WordsProvider.tsx';
import { Button } from '../../../ui/Button/Button.tsx';
import { emptyDate } from '../../../ui/DateField/DateField.tsx';
import { DocumentFields, problemsOf, type TypedDocument, textsOf } from './DocumentFields.tsx';
import type { DocumentTexts } from './shelves.ts';

/** A file that somebody has chosen, and what they say about it. */
export interface NewDocument {
  readonly file: File;
  readonly texts: DocumentTexts;
}

interface NewDocumentsProps {
  readonly files: readonly File[];
  readonly onSend: (documents: readonly NewDocument[]) => void;
  readonly onCancel: () => void;
}

/** Asks what the chosen files are, before they are sent: each is called as its file unless somebody says otherwise. */
export function NewDocuments({ files, onSend, onCancel }: NewDocumentsProps) {
  const words = useWords(library);
  const submission = useSubmission({ sentences: {} });
  const [typed, setTyped] = useState<readonly TypedDocument[]>(() =>
    files.map(({ name }) => ({ title: titleOf(name), date: emptyDate })),
  );
  const check = () => typed.flatMap((one, index) => problemsOf(idOf(index), one, words));
  const send = async () =>
    onSend(files.map((file, index) => ({ file, texts: textsOf(typed[index] as TypedDocument) })));
  return (
    <form
      class="document-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submission.submit(check, send);
      }}
    >
      <h2>{words('describe', { count: files.length })}</h2>
      <FormProblems submission={submission} />
      {files.map((file, index) => (
        <fieldset key={index}>
          <legend>{file.name}</legend>
          <DocumentFields
            id={idOf(index)}
            value={typed[index] as TypedDocument}
            onInput={(value) => setTyped(typed.map((one, at) => (at === index ? value : one)))}
            errorOf={submission.errorOf}
          />
        </fieldset>
      ))}
      <div class="row">
        <Button kind="primary" type="submit">
          {words('send', { count: files.length })}
        </Button>
        <Button kind="quiet" onClick={onCancel}>
          {words('cancel')}
        </Button>
      </div>
    </form>
  );
}

const idOf = (index: number) => `document-${index}`;

const titleOf = (name: string) => name.replace(/(?<=.)\.[^.]*$/u, '').slice(0, 200);
