import { useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import { FormProblems } from '../../forms/FormProblems.tsx';
import { useSubmission } from '../../forms/useSubmission.ts';
import { choosing } from '../../i18n/areas/choosing/choosing.ts';
import { forms } from '../../i18n/areas/forms/forms.ts';
import { newPassword } from '../../i18n/areas/newPassword/newPassword.ts';
import { useWords } from '../../i18n/WordsProvider.tsx';
import { Button } from '../../ui/Button/Button.tsx';
import { PageHeading } from '../../ui/PageHeading/PageHeading.tsx';
import { PasswordField } from '../../ui/PasswordField/PasswordField.tsx';
import type { StepPartProps } from './steps.ts';

export const areas = [forms, choosing, newPassword];

export function Part({ token, state, onState, onFailed }: StepPartProps) {
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
  const limits = state.passwordRules;
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
  const send = async () => {
    try {
      const body = { password, confirmPassword: repeat };
      const finished = await api.post('/registration/password', { body }, { link: token });
      onState({ ...state, step: 'signIn', email: finished.body.email });
    } catch (error) {
      if (!onFailed(error)) {
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
        void submission.submit(() => [], send);
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
