import { Failure } from './failure.ts';

/** Sends a file's parts straight to storage, by the signed address that the service gave for it alone. */
export interface Upload {
  readonly pause: () => void;
  readonly resume: () => void;
  readonly cancel: () => void;
}

interface UploadSettings {
  readonly file: File;
  readonly url: string;
  readonly blockBytes: number;
  readonly onProgress: (sentBytes: number) => void;
  /** All parts are there; their ids in order. */
  readonly onSent: (blocks: readonly string[]) => void;
  readonly onFailure: (error: unknown) => void;
}

const tries = 4;

/** A part that did not arrive is sent again, later each time; what arrived stays. A pause holds after the part that is under way. */
export function upload({ file, url, blockBytes, onProgress, onSent, onFailure }: UploadSettings): Upload {
  const ended = new AbortController();
  const count = Math.max(1, Math.ceil(file.size / blockBytes));
  const blocks = Array.from({ length: count }, (_, index) => btoa(String(index).padStart(8, '0')));
  let next = 0;
  let paused = false;
  let running = false;

  async function run(): Promise<void> {
    if (running) {
      return;
    }
    running = true;
    try {
      while (next < count && !paused && !ended.signal.aborted) {
        const part = file.slice(next * blockBytes, (next + 1) * blockBytes);
        await sendPart(`${url}&comp=block&blockid=${encodeURIComponent(blocks[next] ?? '')}`, part, ended.signal);
        next += 1;
        onProgress(Math.min(next * blockBytes, file.size));
      }
      if (next === count && !ended.signal.aborted) {
        onSent(blocks);
      }
    } catch (error) {
      if (!ended.signal.aborted) {
        paused = true;
        onFailure(error);
      }
    } finally {
      running = false;
    }
  }

  void run();
  return {
    pause: () => {
      paused = true;
    },
    resume: () => {
      paused = false;
      void run();
    },
    cancel: () => ended.abort(),
  };
}

async function sendPart(url: string, part: Blob, signal: AbortSignal): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const response = await fetch(url, { method: 'PUT', body: part, signal, credentials: 'omit' });
      if (response.ok) {
        return;
      }
      throw new Failure('refused', response.status);
    } catch (error) {
      if (signal.aborted || attempt === tries) {
        throw error instanceof Failure ? error : new Failure('unreachable', 0, { cause: error });
      }
      await new Promise((resolve) => setTimeout(resolve, 500 * 2 ** attempt));
    }
  }
}
