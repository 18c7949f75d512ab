import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { api } from '../../../api/api.ts';
import type { Document } from '../../../api/types.ts';
import { describeFailure } from '../../../errors/describeFailure.ts';
import { base } from '../../../i18n/areas/base/base.ts';
import { sharing } from '../../../i18n/areas/sharing/sharing.ts';
import { useLanguage, useWords } from '../../../i18n/WordsProvider.tsx';
import { paths } from '../../../navigation/paths.ts';
import { useSession } from '../../../session/Signed.tsx';
import { UploadTiles } from '../../../talk/UploadTiles.tsx';
import { useFileReasons } from '../../../talk/useFileReasons.ts';
import { useUploads } from '../../../talk/useUploads.ts';
import { Banner } from '../../../ui/Banner/Banner.tsx';
import { Button } from '../../../ui/Button/Button.tsx';
import { Checkbox } from '../../../ui/Checkbox/Checkbox.tsx';
import { Field, useFieldIds } from '../../../ui/Field/Field.tsx';
import { Skeleton } from '../../../ui/Skeleton/Skeleton.tsx';
import { Tabs } from '../../../ui/Tabs/Tabs.tsx';
import { formatFhirDate } from '../patients/fhirDate.ts';
import type { Change, ChosenFile, Share } from './sharing.ts';

export const areas = [sharing];

const shelves = ['correspondence', 'images', 'education', 'upload'] as const;

type Shelf = (typeof shelves)[number];

interface OtherAttachmentsProps {
  readonly practiceId: string;
  readonly patientId: string;
  readonly share: Share;
  readonly onChange: Change<Share>;
  /** Whether files are on their way, without which nothing should be sent. */
  readonly onWaiting: (waiting: boolean) => void;
  readonly error?: string | undefined;
}

/** Letters, pictures and education items to choose, files to upload, and what was chosen of all of them. */
export function Part({ practiceId, patientId, share, onChange, onWaiting, error }: OtherAttachmentsProps) {
  const words = useWords(sharing);
  const reasonOf = useFileReasons();
  const [shelf, setShelf] = useState<Shelf>('correspondence');
  const chooser = useRef<HTMLInputElement>(null);
  const set = (file: ChosenFile, chosen: boolean) =>
    onChange((current) => ({
      ...current,
      files: [...current.files.filter((one) => one.fileId !== file.fileId), ...(chosen ? [file] : [])],
    }));
  const path = { practiceId, patientId };
  const uploads = useUploads(
    async (body) =>
      (await api.post('/practices/{practiceId}/patients/{patientId}/collaboration-files', { path, body })).body,
    reasonOf,
    ({ fileId, name }) => set({ fileId, name }, true),
  );
  const waiting = { ...uploads, files: uploads.files.filter((one) => one.state.kind !== 'ready') };
  const isWaiting = waiting.files.length > 0;
  useEffect(() => onWaiting(isWaiting), [isWaiting, onWaiting]);
  const texts = { label: words('other'), id: 'share-files', error };
  const ids = useFieldIds(texts);
  return (
    <section class="stack">
      <Tabs<Shelf>
        name={words('library')}
        selected={shelf}
        onSelect={setShelf}
        tabs={shelves.map((id) => ({ id, text: words(id) }))}
      >
        {shelf === 'upload' ? (
          <div class="stack">
            <input
              ref={chooser}
              class="composer-chooser"
              type="file"
              multiple
              tabIndex={-1}
              aria-hidden="true"
              onChange={(event) => {
                uploads.add([...(event.currentTarget.files ?? [])]);
                event.currentTarget.value = '';
              }}
            />
            <div class="row">
              <Button onClick={() => chooser.current?.click()}>{words('chooseFiles')}</Button>
            </div>
          </div>
        ) : (
          <Documents
            key={shelf}
            practiceId={practiceId}
            patientId={patientId}
            shelf={shelf}
            share={share}
            onSet={set}
          />
        )}
      </Tabs>
      <UploadTiles uploads={waiting} />
      <Field texts={texts} ids={ids}>
        <output id={ids.id} aria-describedby={ids.describedBy}>
          {share.files.length === 0 && <span class="soft">{words('noOther')}</span>}
          <ul class="plain-list">
            {share.files.map((file) => (
              <li key={file.fileId} class="plain-list-item">
                <span>{file.name}</span>
                <Button kind="quiet" name={words('removeName', { name: file.name })} onClick={() => set(file, false)}>
                  {words('remove')}
                </Button>
              </li>
            ))}
          </ul>
        </output>
      </Field>
    </section>
  );
}

interface DocumentsProps {
  readonly practiceId: string;
  readonly patientId: string;
  readonly shelf: Exclude<Shelf, 'upload'>;
  readonly share: Share;
  readonly onSet: (file: ChosenFile, chosen: boolean) => void;
}

function Documents({ practiceId, patientId, shelf, share, onSet }: DocumentsProps) {
  const words = useWords(sharing);
  const baseWords = useWords(base);
  const { locale } = useLanguage();
  const { lost } = useSession();
  const [documents, setDocuments] = useState<readonly Document[] | undefined>(undefined);
  const [cursor, setCursor] = useState<string | undefined>(undefined);
  const [failure, setFailure] = useState<unknown>(undefined);
  const look = useCallback(
    (from: string | undefined) => {
      const query = from === undefined ? {} : { cursor: from };
      const asked =
        shelf === 'education'
          ? api.get('/practices/{practiceId}/education', { path: { practiceId }, query })
          : api.get('/practices/{practiceId}/patients/{patientId}/documents', {
              path: { practiceId, patientId },
              query: { ...query, shelf },
            });
      asked.then(
        ({ body }) => {
          setFailure(undefined);
          setCursor(body.cursor);
          setDocuments((current) => [...(from === undefined ? [] : (current ?? [])), ...body.documents]);
        },
        (error: unknown) => lost(error) || setFailure(error),
      );
    },
    [practiceId, patientId, shelf, lost],
  );
  useEffect(() => look(undefined), [look]);
  if (failure !== undefined) {
    return (
      <Banner kind="error" action={<Button onClick={() => look(undefined)}>{baseWords('tryAgain')}</Button>}>
        {describeFailure(failure, baseWords)}
      </Banner>
    );
  }
  if (documents === undefined) {
    return <Skeleton lines={3} />;
  }
  const ready = documents.filter(({ file }) => file.state === 'ready');
  return (
    <div class="stack">
      {ready.length === 0 && cursor === undefined && <p class="soft">{words('emptyShelf')}</p>}
      {ready.map(({ file, title, date }) => (
        <Checkbox
          key={file.fileId}
          label={date === undefined ? title : `${title}, ${formatFhirDate({ locale }, date)}`}
          checked={share.files.some((one) => one.fileId === file.fileId)}
          onChange={(checked) => onSet({ fileId: file.fileId, name: title }, checked)}
        />
      ))}
      {shelf === 'education' && (
        <p>
          <a href={paths.settingsPart.to({ practiceId, part: 'education' })}>{words('educationItems')}</a>
        </p>
      )}
      {cursor !== undefined && (
        <div class="row">
          <Button kind="quiet" onClick={() => look(cursor)}>
            {words('shelfMore')}
          </Button>
        </div>
      )}
    </div>
  );
}
