import './DownloadAll.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import type { Archive } from '../../api/types.ts';
import { describeFailure } from '../../errors/describeFailure.ts';
import { base } from '../../i18n/areas/base/base.ts';
import { practice } from '../../i18n/areas/practice/practice.ts';
import { useWords } from '../../i18n/WordsProvider.tsx';
import { useSession } from '../../session/Signed.tsx';
import { Banner } from '../../ui/Banner/Banner.tsx';
import { Button } from '../../ui/Button/Button.tsx';

interface DownloadAllProps {
  readonly practiceId: string;
  readonly caseId: string;
}

/** Milliseconds between two questions; the service itself waits for up to two seconds before it says "not yet". */
const pause = 1500;

/** All files of the case as one zip: asked for until it is made, then saved by the browser. */
export function DownloadAll({ practiceId, caseId }: DownloadAllProps) {
  const words = useWords(practice);
  const baseWords = useWords(base);
  const { lost } = useSession();
  const [progress, setProgress] = useState<Archive | 'asked' | undefined>(undefined);
  const [failure, setFailure] = useState<unknown>(undefined);
  const left = useRef(new AbortController());
  useEffect(() => () => left.current.abort(), []);
  const begin = async () => {
    const { signal } = left.current;
    setFailure(undefined);
    setProgress('asked');
    try {
      location.assign(await archiveAddress({ practiceId, caseId }, signal, setProgress));
    } catch (error) {
      if (!signal.aborted && !lost(error)) {
        setFailure(error);
      }
    }
    if (!signal.aborted) {
      setProgress(undefined);
    }
  };
  const made = typeof progress === 'object' ? progress : undefined;
  const known = { 'archive-failed': words('archiveFailed'), 'nothing-to-archive': words('archiveNone') };
  return (
    <>
      <Button busy={progress !== undefined} onClick={() => void begin()}>
        {words('downloadAll')}
      </Button>
      <div class="archive" role="status">
        {made && (
          <>
            <span class="soft">{words('archivePreparing', { done: made.done, files: made.files })}</span>
            <progress class="file-progress" max={made.files} value={made.done} aria-label={words('downloadAll')} />
          </>
        )}
      </div>
      {failure !== undefined && <Banner kind="error">{describeFailure(failure, baseWords, { known })}</Banner>}
    </>
  );
}

async function archiveAddress(
  path: DownloadAllProps,
  signal: AbortSignal,
  onProgress: (archive: Archive) => void,
): Promise<string> {
  for (;;) {
    const { body } = await api.post('/practices/{practiceId}/cases/{caseId}/attachments/archive', { path }, { signal });
    if (body.url !== undefined) {
      return body.url;
    }
    onProgress(body);
    await new Promise((resolve) => setTimeout(resolve, pause));
    signal.throwIfAborted();
  }
}
