import { useCallback, useEffect, useState } from 'preact/hooks';
import { api } from '../../../api/api.ts';
import type { Records } from '../../../api/types.ts';
import { useSession } from '../../../session/Signed.tsx';

interface ReadRecords {
  /** As far as they are read. */
  readonly records: Records;
  /** All are there. Before that, an empty kind says nothing. */
  readonly whole: boolean;
  readonly failure: unknown;
  /** Goes on where the reading stopped. */
  readonly goOn: () => void;
}

const nothing: Records = {
  allergies: [],
  conditions: [],
  medicationRequests: [],
  medicationStatements: [],
  observations: [],
  immunizations: [],
  procedures: [],
  coverages: [],
  documents: [],
};

/**
 * A patient's records, read page after page to their end: a section that looked empty because nobody had read on would tell a clinician that
 * there is nothing.
 */
export function useRecords(practiceId: string, patientId: string): ReadRecords {
  const { lost } = useSession();
  const [read, setRead] = useState({ records: nothing, whole: false });
  const [failure, setFailure] = useState<unknown>(undefined);
  const { records, whole } = read;
  const { cursor } = records;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each page asks for the next one, and a failure that was put aside for the same again
  useEffect(() => {
    if (whole || failure !== undefined) {
      return;
    }
    const left = new AbortController();
    const input = { path: { practiceId, patientId }, query: cursor === undefined ? {} : { cursor } };
    api.get('/practices/{practiceId}/patients/{patientId}/records', input, { signal: left.signal }).then(
      ({ body }) => {
        if (!left.signal.aborted) {
          setRead({ records: joined(records, body), whole: body.cursor === undefined });
        }
      },
      (error: unknown) => left.signal.aborted || lost(error) || setFailure(error),
    );
    return () => left.abort();
  }, [practiceId, patientId, cursor, whole, failure, lost]);
  return { records, whole, failure, goOn: useCallback(() => setFailure(undefined), []) };
}

function joined(before: Records, page: Records): Records {
  const { cursor: _, ...kinds } = before;
  const lists = Object.entries(kinds).map(([kind, list]) => [
    kind,
    [...list, ...(page[kind as keyof typeof kinds] ?? [])],
  ]);
  return {
    ...(Object.fromEntries(lists) as typeof kinds),
    ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
  };
}
