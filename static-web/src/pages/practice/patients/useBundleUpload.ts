import { useEffect, useRef, useState } from 'preact/hooks';
import { api } from '../../../api/api.ts';
import type { RecordsImport } from '../../../api/types.ts';
import type { Upload } from '../../../api/upload.ts';
import { advanced, type FileState } from '../../../ui/FileTile/FileTile.tsx';

interface Sending {
  readonly file: File;
  readonly state: FileState;
}

interface BundleUpload {
  readonly sending: Sending | undefined;
  readonly send: (file: File) => void;
  readonly pause: () => void;
  readonly resume: () => void;
  /** Goes on after a failure, from what has arrived. */
  readonly again: () => void;
  readonly cancel: () => void;
}

interface BundleUploadSettings {
  readonly practiceId: string;
  readonly onBegun: (begun: RecordsImport) => void;
  readonly reasonOf: (error: unknown) => string;
}

/** One bundle on its way to storage. It ends with the page: what was sent of a file is of no use without the rest. */
export function useBundleUpload({ practiceId, onBegun, reasonOf }: BundleUploadSettings): BundleUpload {
  const [sending, setSending] = useState<Sending | undefined>(undefined);
  const running = useRef<Upload | undefined>(undefined);
  const further = useRef<(() => void) | undefined>(undefined);
  useEffect(() => () => running.current?.cancel(), []);
  const change = (state: FileState) => setSending((current) => current && { ...current, state });
  const fail = (error: unknown) => change({ kind: 'failed', reason: reasonOf(error) });

  async function begin(file: File): Promise<void> {
    further.current = () => void begin(file);
    setSending({ file, state: { kind: 'uploading', sentBytes: 0 } });
    try {
      const asked = api.post('/practices/{practiceId}/imports', { path: { practiceId }, body: { size: file.size } });
      const [{ upload }, { body: place }] = await Promise.all([import('../../../api/upload.ts'), asked]);
      const { importId } = place.import;
      onBegun(place.import);
      let sentBytes = 0;
      const sent = upload({
        file,
        url: place.url,
        blockBytes: place.blockBytes,
        onProgress: (bytes) => {
          sentBytes = bytes;
          setSending((current) => current && { ...current, state: advanced(current.state, bytes) });
        },
        onFailure: fail,
        onSent: (blocks) => void complete(importId, blocks),
      });
      running.current = sent;
      further.current = () => {
        change({ kind: 'uploading', sentBytes });
        sent.resume();
      };
    } catch (error) {
      fail(error);
    }
  }

  async function complete(importId: string, blocks: readonly string[]): Promise<void> {
    further.current = () => void complete(importId, blocks);
    change({ kind: 'checking' });
    try {
      const input = { path: { practiceId, importId }, body: { blocks: [...blocks] } };
      await api.post('/practices/{practiceId}/imports/{importId}/complete', input, { timeout: 60_000 });
      setSending(undefined);
    } catch (error) {
      fail(error);
    }
  }

  const turn = (from: 'uploading' | 'paused', to: 'uploading' | 'paused') =>
    setSending((current) =>
      current?.state.kind === from ? { ...current, state: { kind: to, sentBytes: current.state.sentBytes } } : current,
    );
  return {
    sending,
    send: (file) => void begin(file),
    pause: () => {
      running.current?.pause();
      turn('uploading', 'paused');
    },
    resume: () => {
      turn('paused', 'uploading');
      running.current?.resume();
    },
    again: () => further.current?.(),
    cancel: () => {
      running.current?.cancel();
      setSending(undefined);
    },
  };
}
