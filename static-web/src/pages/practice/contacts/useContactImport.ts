import { useEffect, useRef, useState } from 'preact/hooks';
import { api } from '../../../api/api.ts';
import type { ContactImport } from '../../../api/types.ts';
import { useSession } from '../../../session/Signed.tsx';

/** Milliseconds for a part. What stands before the service ends a request after 45 s. */
const patience = 60_000;

interface Standing {
  readonly state: 'none' | 'running' | 'stopping' | 'stopped' | 'failed' | 'done';
  /** Of the file. */
  readonly name: string;
  /** Of the parts that are through; undefined before the first. */
  readonly sum: ContactImport | undefined;
  /** Why the part after them is not. */
  readonly failure?: unknown;
}

export interface ContactImporting extends Standing {
  /** Takes a file from its beginning. Rejects where nothing of it could be taken. */
  readonly begin: (name: string, text: string) => Promise<void>;
  /** Goes on behind the parts that are through. */
  readonly goOn: () => Promise<void>;
  /** After the part that is under way: what was sent is sent. */
  readonly stop: () => void;
}

/**
 * Brings a file of contacts in, part after part, as the service takes it. A part that failed is sent again when somebody goes on; what was taken of
 * it is then found unchanged.
 *
 * @param onTaken each time that it has come to an end, by itself or not
 */
export function useContactImport(practiceId: string, onTaken: () => void): ContactImporting {
  const { lost } = useSession();
  const [standing, setStanding] = useState<Standing>({ state: 'none', name: '', sum: undefined });
  const file = useRef({ name: '', text: '' });
  // What the loop looks at between two parts. What is drawn may be older.
  const loop = useRef<'idle' | 'going' | 'stopping'>('idle');
  useEffect(
    () => () => {
      loop.current = 'stopping';
    },
    [],
  );
  const run = async (before: ContactImport | undefined) => {
    if (loop.current !== 'idle') {
      return;
    }
    loop.current = 'going';
    const { name, text } = file.current;
    let sum = before;
    setStanding({ state: 'running', name, sum });
    try {
      do {
        const query = sum?.next === undefined ? {} : { from: sum.next };
        const input = { path: { practiceId }, query, body: text };
        const { body } = await api.post('/practices/{practiceId}/contacts/csv', input, { timeout: patience });
        sum = sum === undefined ? body : added(sum, body);
        setStanding({ state: loop.current === 'going' ? 'running' : 'stopping', name, sum });
      } while (sum.next !== undefined && loop.current === 'going');
      setStanding({ state: sum.next === undefined ? 'done' : 'stopped', name, sum });
    } catch (failure) {
      const signedOut = lost(failure);
      if (sum === undefined) {
        setStanding({ state: 'none', name, sum });
        if (!signedOut) {
          throw failure;
        }
      } else {
        setStanding(signedOut ? { state: 'stopped', name, sum } : { state: 'failed', name, sum, failure });
      }
    } finally {
      loop.current = 'idle';
      onTaken();
    }
  };
  return {
    ...standing,
    begin: (name, text) => {
      if (loop.current === 'idle') {
        file.current = { name, text };
      }
      return run(undefined);
    },
    goOn: () => run(standing.sum),
    stop: () => {
      loop.current = 'stopping';
      setStanding((current) => ({ ...current, state: 'stopping' }));
    },
  };
}

export const isUnderWay = ({ state }: Standing) => state === 'running' || state === 'stopping';

/** How many rows of the file are through. */
export const throughOf = ({ next, rows }: ContactImport) => next ?? rows;

function added(sum: ContactImport, part: ContactImport): ContactImport {
  return {
    ...part,
    added: sum.added + part.added,
    changed: sum.changed + part.changed,
    unchanged: sum.unchanged + part.unchanged,
    refused: sum.refused + part.refused,
    lines: [...sum.lines, ...part.lines].sort((one, other) => one.line - other.line),
  };
}
