import { useState } from 'preact/hooks';
import type { Document, StoredFile } from '../../../api/types.ts';
import { library } from '../../../i18n/areas/library/library.ts';
import { formatDate } from '../../../i18n/format.ts';
import { useLanguage, useWords } from '../../../i18n/WordsProvider.tsx';
import { useSession } from '../../../session/Signed.tsx';
import { SentFile } from '../../../talk/SentFile.tsx';
import { Button } from '../../../ui/Button/Button.tsx';
import { FileTile } from '../../../ui/FileTile/FileTile.tsx';
import { formatFhirDate } from '../patients/fhirDate.ts';
import { DocumentForm } from './DocumentForm.tsx';
import type { ShelfCalls } from './shelves.ts';

interface DocumentLineProps {
  readonly document: Document;
  readonly calls: ShelfCalls;
  /** Shows it enlarged. */
  readonly onView: (file: StoredFile) => void;
  /** It is no longer as it was. */
  readonly onChange: () => void;
  readonly onRemove: () => void;
  readonly onRestore: () => void;
}

/** One document: its title, which opens it, what it is, and what can be done with it. */
export function DocumentLine({ document, calls, onView, onChange, onRemove, onRestore }: DocumentLineProps) {
  const words = useWords(library);
  const [editing, setEditing] = useState(false);
  const { title, restorableUntil } = document;
  const file = namedFile(document);
  if (editing) {
    const left = (changed: boolean) => {
      setEditing(false);
      if (changed) {
        onChange();
      }
    };
    return <DocumentForm document={document} calls={calls} onLeave={left} onLook={onChange} />;
  }
  if (restorableUntil !== undefined) {
    return (
      <div class="document-line">
        <FileTile
          name={title}
          bytes={file.size}
          state={{ kind: 'ready' }}
          actions={
            <Button kind="quiet" name={words('restoreName', { title })} onClick={onRestore}>
              {words('restore')}
            </Button>
          }
        />
        <Facts document={document} />
      </div>
    );
  }
  return (
    <div class="document-line">
      <SentFile
        file={file}
        picture={false}
        onView={onView}
        actions={
          <>
            <Button kind="quiet" name={words('editName', { title })} onClick={() => setEditing(true)}>
              {words('edit')}
            </Button>
            <Button kind="quiet" name={words('removeName', { title })} onClick={onRemove}>
              {words('remove')}
            </Button>
          </>
        }
      />
      <Facts document={document} />
    </div>
  );
}

/** Its file, called as the members call it. */
export const namedFile = ({ file, title }: Document): StoredFile => ({ ...file, name: title });

function Facts({ document }: { readonly document: Document }) {
  const words = useWords(library);
  const { locale } = useLanguage();
  const { timeZone } = useSession().session;
  const moment = (at: string) => formatDate({ locale, timeZone }, new Date(at), 'moment');
  const { file, date, addedBy: name, addedAt, imported, restorableUntil } = document;
  const kind = words(`kind.${file.kind}`);
  const at = moment(addedAt);
  return (
    <p class="document-facts soft small">
      <span>
        {date === undefined
          ? words('undated', { kind })
          : words('dated', { kind, date: formatFhirDate({ locale }, date) })}
      </span>
      <span>{name === '' ? words('addedAt', { at }) : words(imported ? 'imported' : 'added', { name, at })}</span>
      {restorableUntil !== undefined && <span>{words('until', { at: moment(restorableUntil) })}</span>}
    </p>
  );
}
