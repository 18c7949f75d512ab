import { useState } from 'preact/hooks';
import { api } from '../api/api.ts';
import type { Session, SignInState } from '../api/types.ts';
import { FormProblems } from '../forms/FormProblems.tsx';
import { useSubmission } from '../forms/useSubmission.ts';
import { signing } from '../i18n/areas/signing/signing.ts';
import { useWords } from '../i18n/WordsProvider.tsx';
import { later } from '../later/later.tsx';
import { paths } from '../navigation/paths.ts';
import { Button } from '../ui/Button/Button.tsx';
import { PasswordField } from '../ui/PasswordField/PasswordField.tsx';
import { TextField } from '../ui/TextField/TextField.tsx';
import { passkeysWork } from './passkeysWork.ts';

interface SignInFormProps {
  readonly email?: string;
  readonly onSignedIn: (session: Session) => void;
}

const PasskeyButton = later(() => import('./PasskeyButton.tsx'));
const SecondStep = later(() => import('./SecondStep.tsx'));

/** Email and password, and the second step where the practice asks for one. What was typed stays when it was refused. */
export function SignInForm({ email: known = '', onSignedIn }: SignInFormProps) {
  const words = useWords(signing);
  const [email, setEmail] = useState(known);
  const [password, setPassword] = useState('');
  const [begun, setBegun] = useState<SignInState | undefined>(undefined);
  const submission = useSubmission({ sentences: {} });
  const check = () => [
    ...(email.trim() === '' ? [{ fieldId: 'sign-in-email', message: words('emailMissing') }] : []),
    ...(password === '' ? [{ fieldId: 'sign-in-password', message: words('passwordMissing') }] : []),
  ];
  const send = async () => {
    const { body } = await api.post('/sign-in', { body: { email, password } });
    setPassword('');
    if (body.session === undefined) {
      setBegun(body);
    } else {
      onSignedIn(body.session);
    }
  };
  if (begun !== undefined) {
    return <SecondStep begun={begun} onSignedIn={onSignedIn} onOver={() => setBegun(undefined)} />;
  }
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submission.submit(check, send);
      }}
    >
      <FormProblems
        submission={submission}
        known={{
          'wrong-credentials': words('wrong'),
          busy: words('busy'),
          'no-phone': words('noPhone'),
        }}
      />
      <TextField
        id="sign-in-email"
        label={words('email')}
        type="email"
        autocomplete="username"
        value={email}
        onInput={setEmail}
        error={submission.errorOf('sign-in-email')}
      />
      <PasswordField
        id="sign-in-password"
        label={words('password')}
        autocomplete="current-password"
        value={password}
        onInput={setPassword}
        error={submission.errorOf('sign-in-password')}
      />
      <Button kind="primary" type="submit" wide busy={submission.busy}>
        {words('signIn')}
      </Button>
      {passkeysWork() && <PasskeyButton onSignedIn={onSignedIn} />}
      <p>
        <a href={paths.reset.to()}>{words('forgotten')}</a>
      </p>
    </form>
  );
}
