import { useState } from 'preact/hooks';
import { FormProblems } from '../../forms/FormProblems.tsx';
import { useSubmission } from '../../forms/useSubmission.ts';
import { practice } from '../../i18n/areas/practice/practice.ts';
import { useWords } from '../../i18n/WordsProvider.tsx';
import { useSession } from '../../session/Signed.tsx';
import { Button } from '../../ui/Button/Button.tsx';
import { TextField } from '../../ui/TextField/TextField.tsx';

interface CorrectAddressProps {
  /** The page's own sentences for the refusals that only it has. */
  readonly sentences?: Readonly<Record<string, string>>;
  readonly send: (typed: { readonly email: string; readonly confirmEmail: string }) => Promise<void>;
}

/** Another address for an invitation that is out, typed twice: the link at the old one stops working. */
export function CorrectAddress({ sentences = {}, send }: CorrectAddressProps) {
  const words = useWords(practice);
  const { lost } = useSession();
  const [email, setEmail] = useState('');
  const [confirmEmail, setConfirmEmail] = useState('');
  const submission = useSubmission({
    sentences: { 'email-malformed': words('emailMalformed'), 'emails-differ': words('emailsDiffer'), ...sentences },
    // A refusal about all who are invited is about this address here.
    fields: { email: 'correct-email', confirmEmail: 'correct-confirm', contacts: 'correct-email' },
  });
  const attempt = async () => {
    try {
      await send({ email, confirmEmail });
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
      <FormProblems submission={submission} />
      <TextField
        id="correct-email"
        label={words('email')}
        type="email"
        autocomplete="off"
        value={email}
        onInput={setEmail}
        error={submission.errorOf('correct-email')}
      />
      <TextField
        id="correct-confirm"
        label={words('confirmEmail')}
        type="email"
        autocomplete="off"
        value={confirmEmail}
        onInput={setConfirmEmail}
        error={submission.errorOf('correct-confirm')}
      />
      <div class="row">
        <Button kind="primary" type="submit" busy={submission.busy}>
          {words('sendInvitation')}
        </Button>
      </div>
    </form>
  );
}
