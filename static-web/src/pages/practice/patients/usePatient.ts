import { useCallback, useEffect, useState } from 'preact/hooks';
import { api } from '../../../api/api.ts';
import type { Patient } from '../../../api/types.ts';
import { useSession } from '../../../session/Signed.tsx';

interface OpenedPatient {
  readonly patient: Patient | undefined;
  readonly failure: unknown;
  readonly look: () => void;
  /** The patient has become so. */
  readonly put: (patient: Patient) => void;
}

/** One patient of the directory. Reading them puts them among the five that this member opened last. */
export function usePatient(practiceId: string, patientId: string | undefined): OpenedPatient {
  const { lost } = useSession();
  const [read, setRead] = useState<Patient | undefined>(undefined);
  const [failed, setFailed] = useState<{ patientId: string; error: unknown } | undefined>(undefined);
  const [count, setCount] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `count` asks for another look
  useEffect(() => {
    if (patientId === undefined) {
      return;
    }
    const left = new AbortController();
    api
      .get('/practices/{practiceId}/patients/{patientId}', { path: { practiceId, patientId } }, { signal: left.signal })
      .then(
        ({ body }) => {
          if (!left.signal.aborted) {
            setFailed(undefined);
            setRead(body);
          }
        },
        (error: unknown) => left.signal.aborted || lost(error) || setFailed({ patientId, error }),
      );
    return () => left.abort();
  }, [practiceId, patientId, count, lost]);
  return {
    // Never one patient under the address of another.
    patient: read?.patientId === patientId ? read : undefined,
    failure: failed?.patientId === patientId ? failed?.error : undefined,
    look: useCallback(() => setCount((current) => current + 1), []),
    put: setRead,
  };
}
