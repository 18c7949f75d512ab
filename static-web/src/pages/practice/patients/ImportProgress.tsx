import { useEffect, useState } from 'preact/hooks';
import { api } from '../../../api/api.ts';
import { poll } from '../../../api/poll.ts';
import type { RecordsImport } from '../../../api/types.ts';
import { describeFailure } from '../../../errors/describeFailure.ts';
import { base } from '../../../i18n/areas/base/base.ts';
import { importing } from '../../../i18n/areas/importing/importing.ts';
import { formatDate } from '../../../i18n/format.ts';
import { useLanguage, useWords } from '../../../i18n/WordsProvider.tsx';
import { useSession } from '../../../session/Signed.tsx';
import { Banner } from '../../../ui/Banner/Banner.tsx';
import { Progress } from '../../../ui/Progress/Progress.tsx';
import { Skeleton } from '../../../ui/Skeleton/Skeleton.tsx';
import { ImportReport } from './ImportReport.tsx';

interface ImportProgressProps {
  readonly practiceId: string;
  readonly importId: string;
}

/** Milliseconds between looks: a bundle of 100 MB takes minutes. */
const every = 2_000;

/** How far an import is, and its report when it has ended. */
export function ImportProgress({ practiceId, importId }: ImportProgressProps) {
  const baseWords = useWords(base);
  const { lost } = useSession();
  const [read, setRead] = useState<RecordsImport | undefined>(undefined);
  const [failure, setFailure] = useState<unknown>(undefined);
  const over = read !== undefined && read.state !== 'running';
  useEffect(() => {
    if (over) {
      return;
    }
    const path = { practiceId, importId };
    return poll<RecordsImport>({
      look: (options) =>
        api.get('/practices/{practiceId}/imports/{importId}', { path }, { ...options, background: true }),
      onChange: (body) => {
        setFailure(undefined);
        setRead(body);
      },
      onFailure: (error) => lost(error) || setFailure(error),
      every,
    }).stop;
  }, [practiceId, importId, over, lost]);
  return (
    <div class="stack">
      {failure !== undefined && <Banner kind="warning">{describeFailure(failure, baseWords)}</Banner>}
      {read === undefined ? failure === undefined && <Skeleton /> : <Standing read={read} />}
      {over && read.state !== 'uploading' && (
        <ImportReport practiceId={practiceId} importId={importId} count={read.lines} />
      )}
    </div>
  );
}

function Standing({ read }: { readonly read: RecordsImport }) {
  const words = useWords(importing);
  const { locale } = useLanguage();
  const { session } = useSession();
  const { state, total, taken, refused } = read;
  const at = formatDate({ locale, timeZone: session.timeZone }, new Date(read.begunAt), 'moment');
  const counts = (
    <p>
      {words('taken', { count: taken })}
      <br />
      {words('refused', { count: refused })}
    </p>
  );
  switch (state) {
    case 'uploading':
      return (
        <Banner kind="warning" title={words('notSentTitle')}>
          {words('notSentText')}
        </Banner>
      );
    case 'running':
      return (
        <div class="stack">
          <p role="status">{words('running')}</p>
          <Progress
            name={words('progress')}
            done={taken + refused}
            total={total}
            text={total === undefined ? undefined : words('progressOf', { done: taken + refused, total })}
          />
        </div>
      );
    case 'done':
      return (
        <Banner kind={refused > 0 ? 'warning' : 'success'} title={words('doneTitle')}>
          {counts}
          <p class="soft small">{words('begun', { at })}</p>
        </Banner>
      );
    case 'failed':
      return (
        <Banner kind="error" title={words('failedTitle')}>
          <p>{words('failedText')}</p>
          {counts}
          <p class="soft small">{words('begun', { at })}</p>
        </Banner>
      );
  }
}
