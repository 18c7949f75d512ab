import { useState } from 'preact/hooks';
import { FormProblems } from '../../forms/FormProblems.tsx';
import { useSubmission } from '../../forms/useSubmission.ts';
import { practice } from '../../i18n/areas/practice/practice.ts';
import { useWords } from '../../i18n/WordsProvider.tsx';
import { useSession } from '../../session/Signed.tsx';
import { Button } from '../../ui/Button/Button.tsx';
import { EmailTwice, type TypedTwice } from './EmailTwice.tsx';
import { useSentTooOften } from './useSentTooOften.ts';

interface CorrectAddressProps {
  /** The page's own sentences for the refusals that only it has. */
  readonly sentences?: Readonly<Record<string, string>>;
  readonly send: (typed: TypedTwice) => Promise<void>;
}

/** Another address for an invitation that is out, typed twice: the link at the old one stops working. */
export function CorrectAddress({ sentences = {}, send }: CorrectAddressProps) {
  const words = useWords(practice);
  const { lost } = useSession();
  const tooOften = useSentTooOften();
  const [typed, setTyped] = useState({ email: '', confirmEmail: '' });
  const submission = useSubmission({
    sentences: { 'email-malformed': words('emailMalformed'), 'emails-differ': words('emailsDiffer'), ...sentences },
    fields: { email: 'correct-email', confirmEmail: 'correct-confirm' },
  });
  const attempt = async () => {
    try {
      await send(typed);
    } catch (error) {
      if (!lost(error)) {
        throw error;
      }
    }
  };
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submission.submit(() => [], attempt);
      }}
    >
      <FormProblems submission={submission} known={tooOften(submission.failure)} />
      <EmailTwice id="correct" typed={typed} onInput={setTyped} errorOf={submission.errorOf} />
      <div class="row">
        <Button kind="primary" type="submit" busy={submission.busy}>
          {words('sendInvitation')}
        </Button>
      </div>
    </form>
  );
}
