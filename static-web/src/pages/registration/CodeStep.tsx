import { useCallback } from 'preact/hooks';
import { api } from '../../api/api.ts';
import { code as codeArea } from '../../i18n/areas/code/code.ts';
import { forms } from '../../i18n/areas/forms/forms.ts';
import { attempt } from '../../proving/attempt.ts';
import { CodeForm } from '../../proving/CodeForm.tsx';
import type { StepPartProps } from './steps.ts';

export const areas = [forms, codeArea];

export function Part({ token, state, onState, onFailed, onChangeDelivery }: StepPartProps) {
  const look = useCallback(
    () => void api.get('/registration', {}, { link: token }).then(({ body }) => onState(body), onFailed),
    [token, onState, onFailed],
  );
  const answer = (code: string) =>
    attempt(onFailed, async () =>
      onState((await api.post('/registration/code', { body: { code } }, { link: token })).body),
    );
  const resend = () =>
    attempt(onFailed, async () => {
      const { body } = await api.post('/registration/code/resend', {}, { link: token });
      onState(body);
      return body.code;
    });
  return <CodeForm sent={state.code} look={look} answer={answer} resend={resend} onChangeDelivery={onChangeDelivery} />;
}
