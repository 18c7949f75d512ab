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
  const sent = useRef({ attempt: submission.attempt, values });
  if (sent.current.attempt !== submission.attempt) {
    sent.current = { attempt: submission.attempt, values };
  }
  const changed = submission.problems.filter(({ fieldId }) => values[fieldId] !== sent.current.values[fieldId]);
  if (changed.length === 0) {
    return submission;
  }
  const wrong = check();
  const mended = changed.filter(({ fieldId }) => !wrong.some((one) => one.fieldId === fieldId));
  const problems = submission.problems.filter((one) => !mended.includes(one));
  return {
    ...submission,
    problems,
    errorOf: (id) => problems.find(({ fieldId }) => fieldId === id)?.message,
  };
}
