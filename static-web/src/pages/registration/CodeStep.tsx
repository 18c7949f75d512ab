import { useEffect, useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import { FormProblems } from '../../forms/FormProblems.tsx';
import { useSubmission } from '../../forms/useSubmission.ts';
import { code as codeArea } from '../../i18n/areas/code/code.ts';
import { forms } from '../../i18n/areas/forms/forms.ts';
import { useWords } from '../../i18n/WordsProvider.tsx';
import { Banner } from '../../ui/Banner/Banner.tsx';
import { Button } from '../../ui/Button/Button.tsx';
import { CodeField } from '../../ui/CodeField/CodeField.tsx';
import { Countdown } from '../../ui/Countdown/Countdown.tsx';
import { PageHeading } from '../../ui/PageHeading/PageHeading.tsx';
import type { StepPartProps } from './steps.ts';

/** Milliseconds between two looks at whether the code went out. */
const lookEvery = 3_000;

export const areas = [forms, codeArea];

export function Part({ token, state, onState, onFailed, onChangeDelivery }: StepPartProps) {
  const words = useWords(codeArea);
  const formWords = useWords(forms);
  const [code, setCode] = useState('');
  const [resent, setResent] = useState(false);
  const [wait, setWait] = useState(() => endOf(state.code?.resendAfterSeconds));
  const submission = useSubmission({
    sentences: { 'wrong-code': (count) => words('codeWrong', { count }) },
    fields: { code: 'code' },
  });
  const undecided = state.code?.delivery !== 'failed';
  useEffect(() => {
    // Whether a text arrived or a call was answered is known only later.
    const timer = setInterval(() => {
      if (undecided && !document.hidden) {
        api.get('/registration', {}, { link: token }).then(({ body }) => onState(body), onFailed);
      }
    }, lookEvery);
    return () => clearInterval(timer);
  }, [undecided, token, onState, onFailed]);
  const attempt = async (act: () => Promise<void>) => {
    try {
      await act();
    } catch (error) {
      if (!onFailed(error)) {
        throw error;
      }
    }
  };
  const answer = () =>
    attempt(async () => onState((await api.post('/registration/code', { body: { code } }, { link: token })).body));
  const resend = () =>
    attempt(async () => {
      const { body } = await api.post('/registration/code/resend', {}, { link: token });
      setCode('');
      setResent(true);
      setWait(endOf(body.code?.resendAfterSeconds));
      onState(body);
    });
  const check = () => (code.length === 6 ? [] : [{ fieldId: 'code', message: words('codeShort') }]);
  const digits = state.code?.masked.slice(-2) ?? '';
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submission.submit(check, answer);
      }}
    >
      <PageHeading text={words('codeTitle')} />
      <FormProblems
        submission={submission}
        known={{
          'code-expired': words('codeExpired'),
          'too-many-wrong-codes': words('codeTooMany'),
          'too-many-codes': words('tooManyCodes'),
        }}
      />
      {state.code?.delivery === 'failed' && <Banner kind="warning">{words('codeFailed')}</Banner>}
      {resent && state.code?.delivery !== 'failed' && <Banner kind="success">{words('resent')}</Banner>}
      <p>{words(state.code?.channel === 'call' ? 'codeCalled' : 'codeTexted', { digits })}</p>
      <CodeField
        id="code"
        label={words('codeLabel')}
        hint={words('codeHint')}
        value={code}
        onInput={setCode}
        error={submission.errorOf('code')}
      />
      <Button kind="primary" type="submit" wide busy={submission.busy}>
        {formWords('next')}
      </Button>
      <div class="row">
        {wait === undefined || state.code?.delivery === 'failed' ? (
          <Button busy={submission.busy} onClick={() => void submission.submit(() => [], resend)}>
            {words('resend')}
          </Button>
        ) : (
          <span class="soft">
            <Countdown until={wait} label={words('resendIn')} onEnd={() => setWait(undefined)} />
          </span>
        )}
        <Button kind="quiet" onClick={onChangeDelivery}>
          {words('changeDelivery')}
        </Button>
      </div>
    </form>
  );
}

function endOf(seconds: number | undefined): Date | undefined {
  return seconds === undefined || seconds === 0 ? undefined : new Date(Date.now() + seconds * 1000);
}
