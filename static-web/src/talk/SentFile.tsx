import './talk.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { fetchPicture, saveFile } from '../api/blobs.ts';
import type { StoredFile } from '../api/types.ts';
import { talk } from '../i18n/areas/talk/talk.ts';
import { useWords } from '../i18n/WordsProvider.tsx';
import { Button } from '../ui/Button/Button.tsx';
import { type FileState, FileTile } from '../ui/FileTile/FileTile.tsx';
import { wayOf } from '../viewer/viewable.ts';
import { useFileReasons } from './useFileReasons.ts';

interface SentFileProps {
  readonly file: StoredFile;
  /** Shows it enlarged. */
  readonly onView: (file: StoredFile) => void;
  /** False in a list of files, of which nobody has seen any: there nothing is fetched before it is opened. */
  readonly picture?: boolean;
  readonly actions?: ComponentChildren;
}

/** A file that was sent: its picture where browsers show it, the way to see it enlarged, and the way to save it. */
export function SentFile({ file, onView, picture = true, actions }: SentFileProps) {
  const words = useWords(talk);
  const reasonOf = useFileReasons();
  const way = wayOf(file);
  const view = () => onView(file);
  return (
    <div class="sent-file">
      {picture && way === 'picture' && <Picture file={file} onView={view} />}
      <FileTile
        name={file.name}
        bytes={file.size}
        state={stateOf(file, reasonOf)}
        {...(way && { onOpen: view })}
        actions={
          <>
            {file.state === 'ready' && (
              <Button
                kind="quiet"
                name={words('downloadName', { name: file.name })}
                onClick={() => void saveFile(file)}
              >
                {words('download')}
              </Button>
            )}
            {actions}
          </>
        }
      />
    </div>
  );
}

function stateOf(file: StoredFile, reasonOf: ReturnType<typeof useFileReasons>): FileState {
  if (file.state === 'ready') {
    return { kind: 'ready' };
  }
  return file.state === 'quarantined'
    ? { kind: 'failed', reason: reasonOf(file.reason ?? 'broken', undefined) }
    : { kind: 'checking' };
}

/** Fetched once its place comes into view: the audit says of each picture that is fetched that somebody saw it. */
function Picture({ file, onView }: { readonly file: StoredFile; readonly onView: () => void }) {
  const place = useRef<HTMLButtonElement>(null);
  const [address, setAddress] = useState<string | undefined>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a file's content never changes
  useEffect(() => {
    const left = new AbortController();
    let made: string | undefined;
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) {
        return;
      }
      observer.disconnect();
      fetchPicture(file, left.signal).then(
        (url) => {
          made = url;
          setAddress(url);
        },
        // The tile below still names the file and lets one save it.
        () => undefined,
      );
    });
    observer.observe(place.current as HTMLButtonElement);
    return () => {
      observer.disconnect();
      left.abort();
      if (made !== undefined) {
        URL.revokeObjectURL(made);
      }
    };
  }, [file.fileId]);
  // For a pointer: the name below does the same for a keyboard and a screen reader, once.
  return (
    <button ref={place} type="button" class="sent-picture" tabIndex={-1} aria-hidden="true" onClick={onView}>
      {address !== undefined && <img src={address} alt="" />}
    </button>
  );
}
