import { useCallback, useEffect, useState } from 'preact/hooks';
import { api } from '../api/api.ts';
import { newIntention } from '../api/client.ts';
import { readDraft, writeDraft } from '../drafts/drafts.ts';

/** A message that the service does not have yet. */
export interface Outgoing {
  /** The same however often it is sent: the service takes it once. */
  readonly key: string;
  readonly text: string;
  readonly files: readonly string[];
  /** ISO 8601. */
  readonly at: string;
  readonly failed: boolean;
}

const kind = 'outgoing';

/**
 * Messages on their way. They are kept with the drafts until the service has them, so that neither a reload nor a lost connection loses
 * one, and go again by themselves when the connection is back.
 *
 * @param onSent the service has one more
 * @param lost tells of the end of the session
 */
export function useOutgoing(threadId: string, onSent: () => void, lost: (error: unknown) => boolean) {
  const [messages, setMessages] = useState(() => read(threadId));
  const change = useCallback(
    (next: (current: readonly Outgoing[]) => readonly Outgoing[]) =>
      setMessages((current) => {
        const changed = next(current);
        writeDraft({ kind, id: threadId }, changed.length === 0 ? '' : JSON.stringify(changed));
        return changed;
      }),
    [threadId],
  );
  const post = useCallback(
    async (message: Outgoing) => {
      change((current) => [...current.filter((one) => one.key !== message.key), { ...message, failed: false }]);
      try {
        const body = { text: message.text, files: [...message.files] };
        const path = { threadId };
        await api.post('/threads/{threadId}/messages', { path, body }, { idempotencyKey: message.key });
        change((current) => current.filter((one) => one.key !== message.key));
        onSent();
      } catch (error) {
        lost(error);
        change((current) => current.map((one) => (one.key === message.key ? { ...one, failed: true } : one)));
      }
    },
    [threadId, change, onSent, lost],
  );
  useEffect(() => {
    const again = () => {
      for (const message of read(threadId)) {
        void post(message);
      }
    };
    again();
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, [threadId, post]);
  const send = (text: string, files: readonly string[]) =>
    void post({ key: newIntention(), text, files, at: new Date().toISOString(), failed: false });
  return { messages, send, again: (message: Outgoing) => void post(message) };
}

function read(threadId: string): readonly Outgoing[] {
  const kept = readDraft({ kind, id: threadId });
  return kept === '' ? [] : (JSON.parse(kept) as readonly Outgoing[]);
}
