import { useEffect, useState } from 'preact/hooks';
import { api } from '../api/api.ts';
import type { PasswordRules } from '../api/types.ts';
import { FormProblems } from '../forms/FormProblems.tsx';
import { useSubmission } from '../forms/useSubmission.ts';
import { ownAccount } from '../i18n/areas/ownAccount/ownAccount.ts';
import { useWords } from '../i18n/WordsProvider.tsx';
import { NewPasswordFields, nothingTyped, usePasswordRefusals } from '../proving/NewPasswordFields.tsx';
import { StepHeading, type StepHeadingLevel } from '../proving/StepHeading.tsx';
import { Button } from '../ui/Button/Button.tsx';
import { PasswordField } from '../ui/PasswordField/PasswordField.tsx';

interface ChangePasswordProps {
  readonly heading: StepHeadingLevel;
  /** Why it has to be, where it has to be. */
  readonly reason?: string;
  readonly onChanged: () => void;
  /** Tells of the end of the session; true where it was that. */
  readonly lost: (error: unknown) => boolean;
}

/** The present password and a new one. */
export function ChangePassword({ heading, reason, onChanged, lost }: ChangePasswordProps) {
  const words = useWords(ownAccount);
  const [rules, setRules] = useState<PasswordRules | undefined>(undefined);
  const [current, setCurrent] = useState('');
  const [typed, setTyped] = useState(nothingTyped);
  const refusals = usePasswordRefusals();
  const submission = useSubmission({
    sentences: { ...refusals.sentences, 'wrong-password': words('wrongPassword') },
    fields: { ...refusals.fields, currentPassword: 'current' },
  });
  useEffect(() => {
    api.get('/account/password-rules').then(({ body }) => setRules(body), lost);
  }, [lost]);
  const send = async () => {
    try {
      await api.post('/account/password', {
        body: { currentPassword: current, password: typed.password, confirmPassword: typed.repeat },
      });
    } catch (error) {
      if (lost(error)) {
        return;
      }
      throw error;
    }
    setCurrent('');
    setTyped(nothingTyped);
    onChanged();
  };
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submission.submit(() => [], send);
      }}
    >
      <StepHeading level={heading} text={words('changePassword')} />
      {reason !== undefined && <p>{reason}</p>}
      <FormProblems submission={submission} known={{ 'too-many-tries': words('tooManyTries') }} />
      <PasswordField
        id="current"
        label={words('currentPassword')}
        autocomplete="current-password"
        value={current}
        onInput={setCurrent}
        error={submission.errorOf('current')}
      />
      <NewPasswordFields rules={rules} value={typed} onInput={setTyped} submission={submission} />
      <div class="row">
        <Button kind="primary" type="submit" busy={submission.busy}>
          {words('save')}
        </Button>
      </div>
    </form>
  );
}
