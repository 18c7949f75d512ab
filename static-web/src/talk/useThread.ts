import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { api } from '../api/api.ts';
import { type Poll, poll } from '../api/poll.ts';
import type { Thread } from '../api/types.ts';

/** Milliseconds between two looks at an open thread. */
const every = 4_000;

interface OpenThread {
  readonly thread: Thread | undefined;
  readonly failure: unknown;
  /** Looks now. */
  readonly look: () => void;
  readonly earlier: () => Promise<void>;
}

/** A thread that follows what others write, and notes what has been seen while the page is in view. */
export function useThread(threadId: string, lost: (error: unknown) => boolean): OpenThread {
  const [thread, setThread] = useState<Thread | undefined>(undefined);
  const [failure, setFailure] = useState<unknown>(undefined);
  const polling = useRef<Poll | undefined>(undefined);
  useEffect(() => {
    let background = false;
    const following = poll<Thread>({
      look: (options) => {
        // The first look is a person's; the page's own do not keep a session alive.
        const own = background ? { ...options, background } : options;
        background = true;
        return api.get('/threads/{threadId}', { path: { threadId } }, own);
      },
      onChange: (next) => {
        setFailure(undefined);
        setThread((current) => merge(current, next));
        markRead(threadId, next);
      },
      onFailure: (error) => {
        if (!lost(error)) {
          setFailure(error);
        }
      },
      every,
    });
    polling.current = following;
    return following.stop;
  }, [threadId, lost]);
  const look = useCallback(() => polling.current?.now(), []);
  const first = thread?.messages[0]?.sequence;
  const earlier = useCallback(async () => {
    if (first !== undefined) {
      const { body } = await api.get('/threads/{threadId}', { path: { threadId }, query: { before: first } });
      setThread(
        (current) => current && { ...current, messages: [...body.messages, ...current.messages], more: body.more },
      );
    }
  }, [threadId, first]);
  return { thread, failure, look, earlier };
}

/** Earlier messages that were fetched before stay; the newest are as the service says now. */
function merge(current: Thread | undefined, next: Thread): Thread {
  const from = next.messages[0]?.sequence ?? 0;
  const kept = (current?.messages ?? []).filter((message) => message.sequence < from);
  return kept.length === 0
    ? next
    : { ...next, messages: [...kept, ...next.messages], more: current?.more ?? next.more };
}

function markRead(threadId: string, thread: Thread): void {
  const last = thread.messages[thread.messages.length - 1]?.sequence;
  if (thread.unread > 0 && last !== undefined && !document.hidden) {
    // Noted again at the next look where it could not be now.
    api
      .put('/threads/{threadId}/read', { path: { threadId }, body: { sequence: last } }, { background: true })
      .then(undefined, () => undefined);
  }
}
