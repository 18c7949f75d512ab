import { useState } from 'preact/hooks';
import type { PasswordRules } from '../api/types.ts';
import { FormProblems } from '../forms/FormProblems.tsx';
import { useSubmission } from '../forms/useSubmission.ts';
import { choosing } from '../i18n/areas/choosing/choosing.ts';
import { newPassword } from '../i18n/areas/newPassword/newPassword.ts';
import { useWords } from '../i18n/WordsProvider.tsx';
import { Button } from '../ui/Button/Button.tsx';
import { PageHeading } from '../ui/PageHeading/PageHeading.tsx';
import { PasswordField } from '../ui/PasswordField/PasswordField.tsx';

interface PasswordFormProps {
  readonly rules: PasswordRules | undefined;
  /** Rejects where it was refused; the form says why. */
  readonly save: (password: string, confirmPassword: string) => Promise<void>;
}

/** A new password, twice, with the rules beside it as one types. */
export function PasswordForm({ rules: limits, save }: PasswordFormProps) {
  const words = useWords(newPassword);
  const rules = useWords(choosing);
  const [password, setPassword] = useState('');
  const [repeat, setRepeat] = useState('');
  const submission = useSubmission({
    sentences: {
      'password-too-short': rules('tooShort'),
      'password-too-long': rules('tooLong'),
      'password-common': rules('common'),
      'password-names-you': rules('namesYou'),
      'passwords-differ': rules('differ'),
    },
    fields: { password: 'password', confirmPassword: 'repeat' },
  });
  const length = [...password].length;
  const folded = password.toLocaleUpperCase();
  const requirements = [
    {
      id: 'length',
      text: rules('length', { count: limits?.minimumLength ?? 0 }),
      met: length >= (limits?.minimumLength ?? 0) && length <= (limits?.maximumLength ?? 0),
    },
    {
      id: 'not-you',
      text: rules('notYou'),
      met: password !== '' && !(limits?.words ?? []).some((word) => folded.includes(word)),
    },
    { id: 'same', text: rules('same'), met: password !== '' && password === repeat },
  ];
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submission.submit(
          () => [],
          () => save(password, repeat),
        );
      }}
    >
      <PageHeading text={words('passwordTitle')} />
      <FormProblems submission={submission} />
      <PasswordField
        id="password"
        label={words('password')}
        hint={rules('hint')}
        autocomplete="new-password"
        value={password}
        onInput={setPassword}
        requirements={requirements}
        error={submission.errorOf('password')}
      />
      <PasswordField
        id="repeat"
        label={words('repeat')}
        autocomplete="new-password"
        value={repeat}
        onInput={setRepeat}
        error={submission.errorOf('repeat')}
      />
      <Button kind="primary" type="submit" wide busy={submission.busy}>
        {words('savePassword')}
      </Button>
    </form>
  );
}
