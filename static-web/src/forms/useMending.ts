import { useRef } from 'preact/hooks';
import type { FieldProblem } from '../ui/ErrorSummary/ErrorSummary.tsx';
import type { Submission } from './useSubmission.ts';

/**
 * A submission whose problems go away one by one, as their fields are mended: whoever has put something right is not told any longer that it is
 * wrong. What only the service can judge counts as mended once it is another.
 *
 * @param values what stands in each field now, by the id of its control
 * @param check what the page itself holds against them
 */
export function useMending(
  submission: Submission,
  values: Readonly<Record<string, unknown>>,
  check: () => readonly FieldProblem[],
): Submission {
  // Once mended it stays so until the next attempt: a summary that came back would take the focus from whoever is typing.
  const sent = useRef({ attempt: submission.attempt, values, mended: new Set<string>() });
  if (sent.current.attempt !== submission.attempt) {
    sent.current = { attempt: submission.attempt, values, mended: new Set() };
  }
  const { mended } = sent.current;
  const changed = submission.problems.filter(
    ({ fieldId }) => values[fieldId] !== sent.current.values[fieldId] && !mended.has(fieldId),
  );
  const wrong = changed.length === 0 ? [] : check();
  for (const { fieldId } of changed) {
    if (!wrong.some((one) => one.fieldId === fieldId)) {
      mended.add(fieldId);
    }
  }
  if (mended.size === 0) {
    return submission;
  }
  const problems = submission.problems.filter(({ fieldId }) => !mended.has(fieldId));
  return {
    ...submission,
    problems,
    errorOf: (id) => problems.find(({ fieldId }) => fieldId === id)?.message,
  };
}
