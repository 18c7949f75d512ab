import { useCallback, useRef, useState } from 'preact/hooks';
import { api } from '../api/api.ts';
import { Failure } from '../api/failure.ts';
import type { StoredFile } from '../api/types.ts';
import type { Upload } from '../api/upload.ts';
import { advanced, type FileState } from '../ui/FileTile/FileTile.tsx';

type Begin = (
  file: { readonly name: string; readonly size: number },
  chosen: File,
) => Promise<{
  readonly file: StoredFile;
  readonly url: string;
  readonly blockBytes: number;
}>;

export interface UploadingFile {
  readonly key: string;
  readonly file: File;
  readonly state: FileState;
  readonly stored?: StoredFile;
}

export interface Uploads {
  readonly files: readonly UploadingFile[];
  /** The ids of those that are ready. */
  readonly ready: readonly string[];
  readonly busy: boolean;
  readonly add: (files: readonly File[]) => void;
  readonly pause: (key: string) => void;
  readonly resume: (key: string) => void;
  readonly remove: (key: string) => void;
  readonly clear: () => void;
}

/** How what the service holds against a file is said, by reason and by code. */
export type FileReasons = (reason: string, error: unknown) => string;

const lookEvery = 1_500;

/**
 * Files on their way. Each goes to storage in parts and is then checked; one that is not taken says why and loses nothing else.
 *
 * @param begin asks the service for the place of one file
 * @param onReady called for each file that has passed
 */
export function useUploads(begin: Begin, reasonOf: FileReasons, onReady?: (file: StoredFile) => void): Uploads {
  const [files, setFiles] = useState<readonly UploadingFile[]>([]);
  const running = useRef(new Map<string, Upload>());
  const count = useRef(0);
  const change = (key: string, next: Partial<UploadingFile>) =>
    setFiles((current) => current.map((one) => (one.key === key ? { ...one, ...next } : one)));
  const fail = (key: string, reason: string) => change(key, { state: { kind: 'failed', reason } });

  async function follow(key: string, stored: StoredFile): Promise<void> {
    let file = stored;
    while (file.state === 'checking') {
      await new Promise((resolve) => setTimeout(resolve, lookEvery));
      file = (await api.get('/files/{fileId}', { path: { fileId: file.fileId } }, { background: true })).body;
    }
    if (file.state === 'ready') {
      change(key, { stored: file, state: { kind: 'ready' } });
      onReady?.(file);
    } else {
      fail(key, reasonOf(file.reason ?? 'broken', undefined));
    }
  }

  async function send(key: string, file: File): Promise<void> {
    try {
      // Fetched with the first file: most who read a thread send none.
      const fetched = import('../api/upload.ts');
      const [{ upload }, place] = await Promise.all([fetched, begin({ name: file.name, size: file.size }, file)]);
      change(key, { stored: place.file });
      const sending = upload({
        file,
        url: place.url,
        blockBytes: place.blockBytes,
        onProgress: (sentBytes) =>
          setFiles((current) =>
            current.map((one) => (one.key === key ? { ...one, state: advanced(one.state, sentBytes) } : one)),
          ),
        onFailure: (error) => fail(key, reasonOf('', error)),
        onSent: (blocks) => {
          change(key, { state: { kind: 'checking' } });
          const path = { fileId: place.file.fileId };
          api
            .post('/files/{fileId}/complete', { path, body: { blocks: [...blocks] } }, { timeout: 60_000 })
            .then(({ body }) => follow(key, body))
            .catch((error: unknown) => fail(key, reasonOf('', error)));
        },
      });
      running.current.set(key, sending);
    } catch (error) {
      const problem = error instanceof Failure ? error.problem : undefined;
      const code = Object.values(problem?.errors ?? {})[0]?.[0] ?? problem?.code ?? '';
      fail(key, reasonOf(code, error));
    }
  }

  const add = (chosen: readonly File[]) => {
    const added = chosen.map((file) => {
      count.current += 1;
      return { key: String(count.current), file, state: { kind: 'uploading', sentBytes: 0 } as const };
    });
    setFiles((current) => [...current, ...added]);
    for (const { key, file } of added) {
      void send(key, file);
    }
  };
  const pause = (key: string) => {
    running.current.get(key)?.pause();
    setFiles((current) =>
      current.map((one) =>
        one.key === key && one.state.kind === 'uploading'
          ? { ...one, state: { kind: 'paused', sentBytes: one.state.sentBytes } }
          : one,
      ),
    );
  };
  const resume = (key: string) => {
    setFiles((current) =>
      current.map((one) =>
        one.key === key && one.state.kind === 'paused'
          ? { ...one, state: { kind: 'uploading', sentBytes: one.state.sentBytes } }
          : one,
      ),
    );
    running.current.get(key)?.resume();
  };
  const remove = (key: string) => {
    const gone = files.find((one) => one.key === key);
    running.current.get(key)?.cancel();
    setFiles((current) => current.filter((one) => one.key !== key));
    if (gone?.stored !== undefined) {
      // What cannot be discarded now is in no message, and nobody else sees it.
      api.delete('/files/{fileId}', { path: { fileId: gone.stored.fileId } }).then(undefined, () => undefined);
    }
  };
  return {
    files,
    ready: files.flatMap((one) => (one.state.kind === 'ready' && one.stored !== undefined ? [one.stored.fileId] : [])),
    busy: files.some((one) => one.state.kind === 'uploading' || one.state.kind === 'checking'),
    add,
    pause,
    resume,
    remove,
    clear: useCallback(() => setFiles([]), []),
  };
}
