import { api } from '../../api/api.ts';
import { choosing } from '../../i18n/areas/choosing/choosing.ts';
import { forms } from '../../i18n/areas/forms/forms.ts';
import { newPassword } from '../../i18n/areas/newPassword/newPassword.ts';
import { attempt } from '../../proving/attempt.ts';
import { PasswordForm } from '../../proving/PasswordForm.tsx';
import type { StepPartProps } from './steps.ts';

export const areas = [forms, choosing, newPassword];

export function Part({ token, state, onState, onFailed }: StepPartProps) {
  const save = (password: string, confirmPassword: string) =>
    attempt(onFailed, async () => {
      const body = { password, confirmPassword };
      const finished = await api.post('/registration/password', { body }, { link: token });
      onState({ ...state, step: 'signIn', email: finished.body.email });
    });
  return <PasswordForm rules={state.passwordRules} save={save} />;
}
