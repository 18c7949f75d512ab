import { useState } from 'preact/hooks';
import { Failure } from '../../../api/failure.ts';
import type { Document } from '../../../api/types.ts';
import { FormProblems } from '../../../forms/FormProblems.tsx';
import { useSubmission } from '../../../forms/useSubmission.ts';
import { library } from '../../../i18n/areas/library/library.ts';
import { useWords } from '../../../i18n/WordsProvider.tsx';
import { useSession } from '../../../session/Signed.tsx';
import { Banner } from '../../../ui/Banner/Banner.tsx';
import { Button } from '../../../ui/Button/Button.tsx';
import { DocumentFields, problemsOf, type TypedDocument, textsOf } from './DocumentFields.tsx';
import { typedDate } from './partialDate.ts';
import type { ShelfCalls } from './shelves.ts';

interface DocumentFormProps {
  readonly document: Document;
  readonly calls: ShelfCalls;
  /** Saved, or left as it was. */
  readonly onLeave: (changed: boolean) => void;
  /** It has become another meanwhile: its newest version is wanted. */
  readonly onLook: () => void;
}

/** Calls and dates a document anew. What somebody else changed meanwhile is said, and replaced only knowingly. */
export function DocumentForm({ document, calls, onLeave, onLook }: DocumentFormProps) {
  const words = useWords(library);
  const { lost } = useSession();
  const id = `document-${document.file.fileId}`;
  const [typed, setTyped] = useState<TypedDocument>({ title: document.title, date: typedDate(document.date) });
  // What a save replaces: the version that the form was filled from, however often the list has been read since.
  const [filledFrom] = useState(document.etag);
  const [told, setTold] = useState(false);
  const submission = useSubmission({
    sentences: {
      required: words('required'),
      'too-long': words('tooLong'),
      'document-date-not-possible': words('dateWrong'),
    },
    fields: { title: `${id}-title`, date: `${id}-date` },
  });
  const save = async () => {
    try {
      await calls.change(document.file.fileId, textsOf(typed), told ? document.etag : filledFrom);
      onLeave(true);
    } catch (error) {
      if (error instanceof Failure && error.status === 412) {
        setTold(true);
        onLook();
      }
      if (!lost(error)) {
        throw error;
      }
    }
  };
  const late = submission.failure instanceof Failure && submission.failure.status === 412;
  return (
    <form
      class="document-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submission.submit(() => problemsOf(id, typed, words), save);
      }}
    >
      {late ? (
        <Banner kind="warning">{words('changedMeanwhile', { title: document.title })}</Banner>
      ) : (
        <FormProblems submission={submission} />
      )}
      <DocumentFields id={id} value={typed} onInput={setTyped} errorOf={submission.errorOf} />
      <div class="row">
        <Button kind="primary" type="submit" busy={submission.busy}>
          {words('save')}
        </Button>
        <Button kind="quiet" onClick={() => onLeave(false)}>
          {words('cancel')}
        </Button>
      </div>
    </form>
  );
}
