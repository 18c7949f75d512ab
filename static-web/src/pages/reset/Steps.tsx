import { useCallback, useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import type { DeliveryChoice, PasswordResetState } from '../../api/types.ts';
import { choosing } from '../../i18n/areas/choosing/choosing.ts';
import { code as codeArea } from '../../i18n/areas/code/code.ts';
import { delivery } from '../../i18n/areas/delivery/delivery.ts';
import { newPassword } from '../../i18n/areas/newPassword/newPassword.ts';
import { reset } from '../../i18n/areas/reset/reset.ts';
import { useWords } from '../../i18n/WordsProvider.tsx';
import { attempt } from '../../proving/attempt.ts';
import { CodeForm } from '../../proving/CodeForm.tsx';
import { DeliveryForm } from '../../proving/DeliveryForm.tsx';
import { PasswordForm } from '../../proving/PasswordForm.tsx';
import { PageHeading } from '../../ui/PageHeading/PageHeading.tsx';

export const areas = [delivery, codeArea, choosing, newPassword];

interface StepsProps {
  readonly token: string;
  readonly state: PasswordResetState;
  readonly onState: (state: PasswordResetState) => void;
  /** True where the whole page has changed for it. */
  readonly onFailed: (error: unknown) => boolean;
  readonly onDone: (email: string) => void;
}

/** The code to a telephone, and the new password. */
export function Part({ token, state, onState, onFailed, onDone }: StepsProps) {
  const words = useWords(reset);
  const [changing, setChanging] = useState(false);
  const look = useCallback(
    () => void api.get('/password-reset', {}, { link: token }).then(({ body }) => onState(body), onFailed),
    [token, onState, onFailed],
  );
  const answer = (code: string) =>
    attempt(onFailed, async () =>
      onState((await api.post('/password-reset/code', { body: { code } }, { link: token })).body),
    );
  const resend = () =>
    attempt(onFailed, async () => {
      const { body } = await api.post('/password-reset/code/resend', {}, { link: token });
      onState(body);
      return body.code;
    });
  const choose = (body: DeliveryChoice) =>
    attempt(onFailed, async () => {
      onState((await api.post('/password-reset/delivery', { body }, { link: token })).body);
      setChanging(false);
    });
  const save = (password: string, confirmPassword: string) =>
    attempt(onFailed, async () => {
      const body = { password, confirmPassword };
      onDone((await api.post('/password-reset/password', { body }, { link: token })).body.email);
    });
  if (state.phones.length === 0) {
    return (
      <>
        <PageHeading text={words('askTitle')} />
        <p>{words('noPhones')}</p>
      </>
    );
  }
  if (state.step === 'proved') {
    return <PasswordForm rules={state.passwordRules} save={save} />;
  }
  return state.step === 'code' && !changing ? (
    <CodeForm
      sent={state.code}
      look={look}
      answer={answer}
      resend={resend}
      onChangeDelivery={() => setChanging(true)}
    />
  ) : (
    <DeliveryForm phones={state.phones} choose={choose} />
  );
}
