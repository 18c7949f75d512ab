import { useCallback, useState } from 'preact/hooks';
import { dropDraft, readDraft, writeDraft } from './drafts.ts';

interface Draft {
  readonly text: string;
  readonly write: (text: string) => void;
  /** After the text was sent. */
  readonly drop: () => void;
}

/** Text that survives a reload and a lost connection. Give the component a `key` of the id, so that another thread starts with its own. */
export function useDraft(kind: string, id: string): Draft {
  const [text, setText] = useState(() => readDraft({ kind, id }));
  const write = useCallback(
    (next: string) => {
      writeDraft({ kind, id }, next);
      setText(next);
    },
    [kind, id],
  );
  const drop = useCallback(() => {
    dropDraft({ kind, id });
    setText('');
  }, [kind, id]);
  return { text, write, drop };
}
