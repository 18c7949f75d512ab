import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { FormProblems } from '../../forms/FormProblems.tsx';
import { type Explanations, useSubmission } from '../../forms/useSubmission.ts';
import { ownAccount } from '../../i18n/areas/ownAccount/ownAccount.ts';
import { ways } from '../../i18n/areas/ways/ways.ts';
import { useWords } from '../../i18n/WordsProvider.tsx';
import { Button } from '../../ui/Button/Button.tsx';
import type { FieldProblem } from '../../ui/ErrorSummary/ErrorSummary.tsx';
import { PasswordField } from '../../ui/PasswordField/PasswordField.tsx';
import { useSession } from '../Signed.tsx';

interface WithPasswordProps {
  /** Names the fields apart from those of other forms on the page. */
  readonly id: string;
  readonly text: string;
  readonly action: string;
  readonly explanations?: Explanations;
  /** Sentences for what is about no field. */
  readonly known?: Readonly<Record<string, string>>;
  readonly check?: () => readonly FieldProblem[];
  readonly act: (password: string) => Promise<void>;
  readonly onCancel: () => void;
  /** What is asked besides the password. */
  readonly children?: (errorOf: (fieldId: string) => string | undefined) => ComponentChildren;
}

/** A change of how one signs in: the password is asked for again, because an open page is not its owner. */
export function WithPassword(props: WithPasswordProps) {
  const { id, text, action, explanations, known = {}, check, act, onCancel, children } = props;
  const words = useWords(ways);
  const own = useWords(ownAccount);
  const { lost } = useSession();
  const [password, setPassword] = useState('');
  const passwordId = `${id}-password`;
  const submission = useSubmission({
    sentences: { ...explanations?.sentences, 'wrong-password': own('wrongPassword') },
    fields: { ...explanations?.fields, password: passwordId },
  });
  const send = async () => {
    try {
      await act(password);
    } catch (error) {
      if (!lost(error)) {
        throw error;
      }
    }
  };
  const checkAll = () => [
    ...(check?.() ?? []),
    ...(password === '' ? [{ fieldId: passwordId, message: words('passwordMissing') }] : []),
  ];
  return (
    <form
      class="stack way-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submission.submit(checkAll, send);
      }}
    >
      <p>{text}</p>
      <FormProblems submission={submission} known={{ 'too-many-tries': own('tooManyTries'), ...known }} />
      {children?.(submission.errorOf)}
      <PasswordField
        id={passwordId}
        label={own('currentPassword')}
        autocomplete="current-password"
        value={password}
        onInput={setPassword}
        error={submission.errorOf(passwordId)}
      />
      <div class="row">
        <Button kind="primary" type="submit" busy={submission.busy}>
          {action}
        </Button>
        <Button kind="quiet" onClick={onCancel}>
          {words('cancel')}
        </Button>
      </div>
    </form>
  );
}
