import './DownloadZip.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Archive } from '../api/types.ts';
import { describeFailure } from '../errors/describeFailure.ts';
import { archiving } from '../i18n/areas/archiving/archiving.ts';
import { base } from '../i18n/areas/base/base.ts';
import { useWords } from '../i18n/WordsProvider.tsx';
import { useSession } from '../session/Signed.tsx';
import { Banner } from '../ui/Banner/Banner.tsx';
import { Button } from '../ui/Button/Button.tsx';

interface DownloadZipProps {
  readonly label: string;
  /** Begins the zip, or asks how far it is. */
  readonly ask: (signal: AbortSignal) => Promise<Archive>;
}

/** Milliseconds between two questions; the service itself waits for up to two seconds before it says "not yet". */
const pause = 1500;

/** Many files as one zip: asked for until it is made, then saved by the browser. */
export function DownloadZip({ label, ask }: DownloadZipProps) {
  const words = useWords(archiving);
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
      location.assign(await addressOf(ask, signal, setProgress));
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
  const known = { 'archive-failed': words('failed'), 'nothing-to-archive': words('none') };
  return (
    <>
      <Button busy={progress !== undefined} onClick={() => void begin()}>
        {label}
      </Button>
      <div class="archive" role="status">
        {made && (
          <>
            <span class="soft">{words('preparing', { done: made.done, files: made.files })}</span>
            <progress class="file-progress" max={made.files} value={made.done} aria-label={label} />
          </>
        )}
      </div>
      {failure !== undefined && <Banner kind="error">{describeFailure(failure, baseWords, { known })}</Banner>}
    </>
  );
}

async function addressOf(
  ask: DownloadZipProps['ask'],
  signal: AbortSignal,
  onProgress: (archive: Archive) => void,
): Promise<string> {
  for (;;) {
    const archive = await ask(signal);
    if (archive.url !== undefined) {
      return archive.url;
    }
    onProgress(archive);
    await new Promise((resolve) => setTimeout(resolve, pause));
    signal.throwIfAborted();
  }
}
