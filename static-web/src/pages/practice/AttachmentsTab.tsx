import '../../session/session.css';
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import type { Attachment, Case } from '../../api/types.ts';
import { DownloadZip } from '../../archives/DownloadZip.tsx';
import { practice } from '../../i18n/areas/practice/practice.ts';
import { formatDate } from '../../i18n/format.ts';
import { useLanguage, useWords } from '../../i18n/WordsProvider.tsx';
import { useSession } from '../../session/Signed.tsx';
import { SentFile } from '../../talk/SentFile.tsx';
import { UploadTiles } from '../../talk/UploadTiles.tsx';
import { useFileReasons } from '../../talk/useFileReasons.ts';
import { useUploads } from '../../talk/useUploads.ts';
import { Badge } from '../../ui/Badge/Badge.tsx';
import { Button } from '../../ui/Button/Button.tsx';
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx';
import { Select } from '../../ui/Select/Select.tsx';
import { Skeleton } from '../../ui/Skeleton/Skeleton.tsx';
import { useViewer } from '../../viewer/useViewer.tsx';

interface AttachmentsTabProps {
  readonly practiceId: string;
  readonly opened: Case;
}

const kinds = ['all', 'image', 'pdf', 'document', 'other'] as const;
const sorts = ['date', 'name', 'uploader'] as const;
const sortWords = { date: 'byDate', name: 'byName', uploader: 'byUploader' } as const;

/** The case's files, for all of its members. */
export function AttachmentsTab({ practiceId, opened }: AttachmentsTabProps) {
  const words = useWords(practice);
  const { lost } = useSession();
  const reasonOf = useFileReasons();
  const chooser = useRef<HTMLInputElement>(null);
  const [kind, setKind] = useState<(typeof kinds)[number]>('all');
  const [sort, setSort] = useState<(typeof sorts)[number]>('date');
  const [attachments, setAttachments] = useState<readonly Attachment[] | undefined>(undefined);
  const { caseId } = opened;
  const look = useCallback(() => {
    const query = kind === 'all' ? { sort } : { kind, sort };
    api
      .get('/practices/{practiceId}/cases/{caseId}/attachments', { path: { practiceId, caseId }, query })
      .then(({ body }) => setAttachments(body.attachments), lost);
  }, [practiceId, caseId, kind, sort, lost]);
  useEffect(look, [look]);
  const uploads = useUploads(
    async (file) =>
      (
        await api.post('/practices/{practiceId}/cases/{caseId}/attachments', {
          path: { practiceId, caseId },
          body: file,
        })
      ).body,
    reasonOf,
    look,
  );
  const waiting = { ...uploads, files: uploads.files.filter((one) => one.state.kind !== 'ready') };
  return (
    <div class="stack">
      <div class="row attachment-tools">
        <Select
          label={words('kind')}
          value={kind}
          onChange={setKind}
          options={kinds.map((value) => ({ value, text: words(value) }))}
        />
        <Select
          label={words('sort')}
          value={sort}
          onChange={setSort}
          options={sorts.map((value) => ({ value, text: words(sortWords[value]) }))}
        />
        {opened.status === 'open' && (
          <>
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
            <Button onClick={() => chooser.current?.click()}>{words('uploadFile')}</Button>
          </>
        )}
        {attachments?.some(({ file }) => file.state === 'ready') && (
          <DownloadZip
            label={words('downloadAll')}
            ask={async (signal) =>
              (
                await api.post(
                  '/practices/{practiceId}/cases/{caseId}/attachments/archive',
                  { path: { practiceId, caseId } },
                  { signal },
                )
              ).body
            }
          />
        )}
      </div>
      <UploadTiles uploads={waiting} />
      {attachments === undefined ? <Skeleton /> : <Files attachments={attachments} />}
    </div>
  );
}

function Files({ attachments }: { readonly attachments: readonly Attachment[] }) {
  const words = useWords(practice);
  const { locale } = useLanguage();
  const { session } = useSession();
  const { view, viewer } = useViewer(useMemo(() => attachments.map(({ file }) => file), [attachments]));
  if (attachments.length === 0) {
    return <EmptyState title={words('noFilesTitle')}>{words('noFilesText')}</EmptyState>;
  }
  return (
    <>
      <ul class="plain-list">
        {attachments.map(({ file, uploader, at, fromPatient }) => (
          <li key={file.fileId} class="plain-list-item">
            <SentFile file={file} picture={false} onView={view} />
            <span class="soft">
              {words('fileBy', {
                name: uploader,
                at: formatDate({ locale, timeZone: session.timeZone }, new Date(at), 'moment'),
              })}
            </span>
            {fromPatient && <Badge tone="accent">{words('fromPatient')}</Badge>}
          </li>
        ))}
      </ul>
      {viewer}
    </>
  );
}
