import type { Answer, CallOptions } from './client.ts';

export interface Poll {
  /** Looks now, whatever the clock says: after sending something, for example. */
  readonly now: () => void;
  readonly stop: () => void;
}

interface PollSettings<Body> {
  /** One look; the options carry the last ETag and the signal. */
  readonly look: (options: CallOptions) => Promise<Answer<Body | undefined>>;
  /** Called with each answer that differs from the one before. */
  readonly onChange: (body: Body) => void;
  readonly onFailure: (error: unknown) => void;
  /** Milliseconds between looks. */
  readonly every: number;
}

const slowest = 60_000;

/**
 * Looks again and again, cheaply: with If-None-Match, not at all while the page is hidden or the device has no network, at once when
 * either returns, and more slowly (twice the wait each time, up to a minute) while looks fail.
 */
export function poll<Body>({ look, onChange, onFailure, every }: PollSettings<Body>): Poll {
  const ended = new AbortController();
  let etag: string | undefined;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let looking = false;

  function plan(): void {
    clearTimeout(timer);
    if (!ended.signal.aborted) {
      timer = setTimeout(run, Math.min(every * 2 ** failures, Math.max(slowest, every)));
    }
  }

  async function run(): Promise<void> {
    clearTimeout(timer);
    if (looking || document.hidden || !navigator.onLine) {
      return;
    }
    looking = true;
    try {
      const answer = await look({ signal: ended.signal, ...(etag === undefined ? {} : { ifNoneMatch: etag }) });
      failures = 0;
      etag = answer.etag;
      if (answer.status !== 304 && answer.body !== undefined && !ended.signal.aborted) {
        onChange(answer.body);
      }
    } catch (error) {
      failures += 1;
      if (!ended.signal.aborted) {
        onFailure(error);
      }
    } finally {
      looking = false;
      plan();
    }
  }

  const now = () => void run();
  document.addEventListener('visibilitychange', now, { signal: ended.signal });
  window.addEventListener('online', now, { signal: ended.signal });
  now();
  return {
    now,
    stop: () => {
      clearTimeout(timer);
      ended.abort();
    },
  };
}
