import { useCallback, useState } from 'preact/hooks';
import { Failure } from '../api/failure.ts';
import type { FieldProblem } from '../ui/ErrorSummary/ErrorSummary.tsx';

/** How the service's codes are said, and which control each of its fields is. */
export interface Explanations {
  /** By code: what is wrong and how to put it right; some say how many tries are left. */
  readonly sentences: Readonly<Record<string, string | ((attemptsLeft: number) => string)>>;
  /** By the field's name in the body: the id of its control. */
  readonly fields?: Readonly<Record<string, string>>;
}

export interface Submission {
  readonly busy: boolean;
  readonly problems: readonly FieldProblem[];
  /** What went wrong with the form as a whole. */
  readonly failure: unknown;
  readonly attempt: number;
  /** The sentence beside a control. */
  readonly errorOf: (fieldId: string) => string | undefined;
  /** Checks, sends, and says what the service refused. Resolves whatever happened; a second press while busy does nothing. */
  readonly submit: (check: () => readonly FieldProblem[], send: () => Promise<void>) => Promise<void>;
}

/** One form's way to the service. Nothing that was typed is touched. */
export function useSubmission(explanations: Explanations): Submission {
  const [busy, setBusy] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [failure, setFailure] = useState<unknown>(undefined);
  const errorOf = useCallback(
    (fieldId: string) => problems.find((problem) => problem.fieldId === fieldId)?.message,
    [problems],
  );
  const submit = async (check: () => readonly FieldProblem[], send: () => Promise<void>) => {
    if (busy) {
      return;
    }
    const found = check();
    setAttempt(attempt + 1);
    setProblems(found);
    setFailure(undefined);
    if (found.length > 0) {
      return;
    }
    setBusy(true);
    try {
      await send();
    } catch (error) {
      const refused = explain(error, explanations);
      setProblems(refused);
      setFailure(refused.length === 0 ? error : undefined);
    } finally {
      setBusy(false);
    }
  };
  return { busy, problems, failure, attempt, errorOf, submit };
}

function explain(error: unknown, { sentences, fields = {} }: Explanations): FieldProblem[] {
  if (!(error instanceof Failure)) {
    return [];
  }
  return Object.entries(error.problem?.errors ?? {}).flatMap(([field, codes]) =>
    codes.flatMap((code) => {
      const [fieldId, sentence] = [fields[field] ?? fields[field.split('.', 1)[0] ?? ''], sentences[code]];
      if (fieldId === undefined || sentence === undefined) {
        return [];
      }
      const message = typeof sentence === 'string' ? sentence : sentence(error.problem?.attemptsLeft ?? 0);
      return [{ fieldId, message }];
    }),
  );
}
