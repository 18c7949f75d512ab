import { describeFailure } from '../errors/describeFailure.ts';
import { base } from '../i18n/areas/base/base.ts';
import { useWords } from '../i18n/WordsProvider.tsx';
import { Banner } from '../ui/Banner/Banner.tsx';
import { ErrorSummary } from '../ui/ErrorSummary/ErrorSummary.tsx';
import type { Submission } from './useSubmission.ts';

interface FormProblemsProps {
  readonly submission: Submission;
  /** The page's own sentences for codes that are about no field. */
  readonly known?: Readonly<Record<string, string>>;
}

/** Above a form: what has to be put right, or why it could not be sent. */
export function FormProblems({ submission, known = {} }: FormProblemsProps) {
  const words = useWords(base);
  return (
    <>
      <ErrorSummary problems={submission.problems} attempt={submission.attempt} />
      {submission.failure !== undefined && (
        <Banner kind="error">
          {describeFailure(submission.failure, words, { known, kept: 'typed' }).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Banner>
      )}
    </>
  );
}
