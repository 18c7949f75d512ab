import { useCallback, useEffect, useState } from 'preact/hooks';
import type { CallOptions } from '../../../api/client.ts';
import type { components } from '../../../api/schema.ts';
import type { Document } from '../../../api/types.ts';
import { describeFailure } from '../../../errors/describeFailure.ts';
import { base } from '../../../i18n/areas/base/base.ts';
import { library } from '../../../i18n/areas/library/library.ts';
import { useWords } from '../../../i18n/WordsProvider.tsx';
import { usePages } from '../../../paging/usePages.ts';
import { useSession } from '../../../session/Signed.tsx';
import { Banner } from '../../../ui/Banner/Banner.tsx';
import { Button } from '../../../ui/Button/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState/EmptyState.tsx';
import { Skeleton } from '../../../ui/Skeleton/Skeleton.tsx';
import { useToast } from '../../../ui/Toast/Toast.tsx';
import { useViewer } from '../../../viewer/useViewer.tsx';
import { DocumentLine, namedFile } from './DocumentLine.tsx';
import { documentPages, type Shelf, type ShelfCalls } from './shelves.ts';

interface DocumentsProps {
  readonly calls: ShelfCalls;
  readonly shelf: Shelf;
  readonly sort: 'date' | 'title';
  /** Those that were removed and can be put back, instead of those that stand there. */
  readonly removed: boolean;
  /** How many have come since this page is open: one more is looked for. */
  readonly arrived: number;
}

/** The documents of a shelf. What is removed is gone at once, and can be put back. */
export function Documents({ calls, shelf, sort, removed, arrived }: DocumentsProps) {
  const words = useWords(library);
  const baseWords = useWords(base);
  const toast = useToast();
  const { lost } = useSession();
  // Out of sight as soon as it is asked for, and back where that could not be done.
  const [hidden, setHidden] = useState<readonly string[]>([]);
  const ask = useCallback(
    (cursor: string | undefined, options: CallOptions) => calls.list({ sort, removed, cursor }, options),
    [calls, sort, removed],
  );
  const { read, failure, look, more } = usePages<components['schemas']['DocumentList']>(ask, documentPages);
  useEffect(() => {
    if (arrived > 0) {
      look();
    }
  }, [arrived, look]);
  const say = (error: unknown) => {
    if (!lost(error)) {
      toast({ text: describeFailure(error, baseWords, { known: { 'document-gone': words('gone') } }).join(' ') });
    }
  };
  const hide = (fileId: string) => setHidden((current) => [...current, fileId]);
  const show = (fileId: string) => setHidden((current) => current.filter((one) => one !== fileId));
  const remove = async ({ file: { fileId }, title }: Document) => {
    hide(fileId);
    try {
      await calls.remove(fileId);
      toast({
        text: words('removed', { title }),
        onUndo: () =>
          void calls
            .restore(fileId)
            .then(() => show(fileId), say)
            .then(look),
      });
    } catch (error) {
      show(fileId);
      say(error);
    }
    look();
  };
  const restore = async ({ file: { fileId }, title }: Document) => {
    hide(fileId);
    try {
      await calls.restore(fileId);
      toast({ text: words('restored', { title }) });
    } catch (error) {
      show(fileId);
      say(error);
    }
    look();
  };
  const shown = read?.documents.filter(({ file }) => !hidden.includes(file.fileId));
  const { view, viewer } = useViewer((shown ?? []).map(namedFile));
  return (
    <>
      {failure !== undefined && (
        <Banner kind="error" action={<Button onClick={look}>{baseWords('tryAgain')}</Button>}>
          {describeFailure(failure, baseWords)}
        </Banner>
      )}
      {shown === undefined && failure === undefined && <Skeleton lines={4} />}
      {shown?.length === 0 && more === undefined && (
        <EmptyState title={words(removed ? 'emptyRemoved' : `empty.${shelf}`)}>
          {words(removed ? 'emptyRemovedText' : `emptyText.${shelf}`)}
        </EmptyState>
      )}
      {shown?.length === 0 && more !== undefined && <p class="soft">{words('noneSoFar')}</p>}
      {shown !== undefined && shown.length > 0 && (
        <ul class="documents">
          {shown.map((document) => (
            <li key={document.file.fileId} class="document">
              <DocumentLine
                document={document}
                calls={calls}
                onView={view}
                onChange={look}
                onRemove={() => void remove(document)}
                onRestore={() => void restore(document)}
              />
            </li>
          ))}
        </ul>
      )}
      {more !== undefined && (
        <div class="row">
          <Button kind="quiet" onClick={more}>
            {words('more')}
          </Button>
        </div>
      )}
      {viewer}
    </>
  );
}
