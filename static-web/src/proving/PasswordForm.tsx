import { useState } from 'preact/hooks';
import type { PasswordRules } from '../api/types.ts';
import { FormProblems } from '../forms/FormProblems.tsx';
import { useSubmission } from '../forms/useSubmission.ts';
import { newPassword } from '../i18n/areas/newPassword/newPassword.ts';
import { useWords } from '../i18n/WordsProvider.tsx';
import { Button } from '../ui/Button/Button.tsx';
import { PageHeading } from '../ui/PageHeading/PageHeading.tsx';
import { NewPasswordFields, nothingTyped, usePasswordRefusals } from './NewPasswordFields.tsx';

interface PasswordFormProps {
  readonly rules: PasswordRules | undefined;
  /** Rejects where it was refused; the form says why. */
  readonly save: (password: string, confirmPassword: string) => Promise<void>;
}

/** The step of a new password. */
export function PasswordForm({ rules, save }: PasswordFormProps) {
  const words = useWords(newPassword);
  const [typed, setTyped] = useState(nothingTyped);
  const submission = useSubmission(usePasswordRefusals());
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submission.submit(
          () => [],
          () => save(typed.password, typed.repeat),
        );
      }}
    >
      <PageHeading text={words('passwordTitle')} />
      <FormProblems submission={submission} />
      <NewPasswordFields rules={rules} value={typed} onInput={setTyped} submission={submission} />
      <Button kind="primary" type="submit" wide busy={submission.busy}>
        {words('savePassword')}
      </Button>
    </form>
  );
}
