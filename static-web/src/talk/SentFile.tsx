import './talk.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { fetchPicture, openFile } from '../api/blobs.ts';
import type { StoredFile } from '../api/types.ts';
import { talk } from '../i18n/areas/talk/talk.ts';
import { useWords } from '../i18n/WordsProvider.tsx';
import { Button } from '../ui/Button/Button.tsx';
import { type FileState, FileTile } from '../ui/FileTile/FileTile.tsx';
import { useFileReasons } from './useFileReasons.ts';

const shown = ['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/bmp'];

/** A file that was sent: its picture where browsers show it, and the way to save it. */
export function SentFile({ file, actions }: { readonly file: StoredFile; readonly actions?: ComponentChildren }) {
  const words = useWords(talk);
  const reasonOf = useFileReasons();
  const ready = file.state === 'ready';
  return (
    <div class="sent-file">
      {ready && shown.includes(file.contentType) && <Picture file={file} />}
      <FileTile
        name={file.name}
        bytes={file.size}
        state={stateOf(file, reasonOf)}
        actions={
          <>
            {ready && (
              <Button
                kind="quiet"
                name={words('downloadName', { name: file.name })}
                onClick={() => void openFile(file, 'download')}
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

function Picture({ file }: { readonly file: StoredFile }) {
  const [address, setAddress] = useState<string | undefined>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a file's content never changes
  useEffect(() => {
    const left = new AbortController();
    let made: string | undefined;
    fetchPicture(file, left.signal).then(
      (url) => {
        made = url;
        setAddress(url);
      },
      // The tile below still names the file and lets one save it.
      () => undefined,
    );
    return () => {
      left.abort();
      if (made !== undefined) {
        URL.revokeObjectURL(made);
      }
    };
  }, [file.fileId]);
  return <div class="sent-picture">{address !== undefined && <img src={address} alt={file.name} />}</div>;
}
