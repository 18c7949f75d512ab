import { useCallback, useEffect, useState } from 'preact/hooks';
import { api } from '../../../api/api.ts';
import type { PatientSummary } from '../../../api/types.ts';
import { useSession } from '../../../session/Signed.tsx';

interface PatientSearch {
  /** For what was asked last and answered; undefined before the first answer. */
  readonly patients: readonly PatientSummary[] | undefined;
  /** They are the answer to what stands in the field now. */
  readonly settled: boolean;
  readonly failure: unknown;
  readonly again: () => void;
}

/** Milliseconds without a further letter before the service is asked: shorter than a pause, longer than between two letters of a word. */
const pause = 150;

/** What the service gives at most; there may be more. */
export const mostFound = 20;

/**
 * The patients of a practice by name, code or birth date, as one types. A question is given up when typing goes on. Without a query these are
 * the five that this member opened last. The service keeps those for each member, so that no list of patients stays in the browser, where the
 * next person at the device might find it.
 *
 * @param wanted false asks nothing
 */
export function usePatientSearch(practiceId: string, query: string, wanted = true): PatientSearch {
  const { lost } = useSession();
  const [found, setFound] = useState<{ asked: string; patients: readonly PatientSummary[] } | undefined>(undefined);
  const [failure, setFailure] = useState<unknown>(undefined);
  const [attempt, setAttempt] = useState(1);
  const asked = query.trim();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` asks the same again
  useEffect(() => {
    if (!wanted) {
      return;
    }
    const left = new AbortController();
    const { signal } = left;
    const ask = () =>
      api
        .get(
          '/practices/{practiceId}/patients',
          { path: { practiceId }, ...(asked === '' ? {} : { query: { q: asked } }) },
          { signal },
        )
        .then(
          ({ body }) => {
            if (!signal.aborted) {
              setFailure(undefined);
              setFound({ asked, patients: body.patients });
            }
          },
          (error: unknown) => signal.aborted || lost(error) || setFailure(error),
        );
    const timer = setTimeout(ask, asked === '' ? 0 : pause);
    return () => {
      clearTimeout(timer);
      left.abort();
    };
  }, [practiceId, asked, wanted, attempt, lost]);
  const again = useCallback(() => {
    setFailure(undefined);
    setAttempt((current) => current + 1);
  }, []);
  return { patients: found?.patients, settled: failure === undefined && found?.asked === asked, failure, again };
}
