import { useEffect, useState } from 'preact/hooks';
import type { CodeState } from '../api/types.ts';
import { FormProblems } from '../forms/FormProblems.tsx';
import { useSubmission } from '../forms/useSubmission.ts';
import { code as codeArea } from '../i18n/areas/code/code.ts';
import { forms } from '../i18n/areas/forms/forms.ts';
import { useWords } from '../i18n/WordsProvider.tsx';
import { Banner } from '../ui/Banner/Banner.tsx';
import { Button } from '../ui/Button/Button.tsx';
import { CodeField } from '../ui/CodeField/CodeField.tsx';
import { Countdown } from '../ui/Countdown/Countdown.tsx';
import { StepHeading, type StepHeadingLevel } from './StepHeading.tsx';

/** Milliseconds between two looks at whether the code went out. */
const lookEvery = 3_000;

interface CodeFormProps {
  readonly heading?: StepHeadingLevel;
  readonly sent: CodeState | undefined;
  /** Looks at how far the code is; where there is nothing to look at, the person re-sends. */
  readonly look?: () => void;
  readonly answer: (code: string) => Promise<void>;
  /** Resolves to the new code's state. */
  readonly resend: () => Promise<CodeState | undefined>;
  readonly onChangeDelivery: () => void;
}

/** The six digits, with another code or another way where they do not come. */
export function CodeForm({ heading = 'page', sent, look, answer, resend, onChangeDelivery }: CodeFormProps) {
  const words = useWords(codeArea);
  const formWords = useWords(forms);
  const [code, setCode] = useState('');
  const [resent, setResent] = useState(false);
  const [wait, setWait] = useState(() => endOf(sent?.resendAfterSeconds));
  const submission = useSubmission({
    sentences: { 'wrong-code': (count) => words('codeWrong', { count }) },
    fields: { code: 'code' },
  });
  const failed = sent?.delivery === 'failed';
  useEffect(() => {
    // Whether a text arrived or a call was answered is known only later.
    const timer = setInterval(() => {
      if (!failed && !document.hidden) {
        look?.();
      }
    }, lookEvery);
    return () => clearInterval(timer);
  }, [failed, look]);
  const again = async () => {
    const next = await resend();
    setCode('');
    setResent(true);
    setWait(endOf(next?.resendAfterSeconds));
  };
  const check = () => (code.length === 6 ? [] : [{ fieldId: 'code', message: words('codeShort') }]);
  const digits = sent?.masked.slice(-2) ?? '';
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submission.submit(check, () => answer(code));
      }}
    >
      <StepHeading level={heading} text={words('codeTitle')} />
      <FormProblems
        submission={submission}
        known={{
          'code-expired': words('codeExpired'),
          'too-many-wrong-codes': words('codeTooMany'),
          'too-many-codes': words('tooManyCodes'),
        }}
      />
      {failed && <Banner kind="warning">{words('codeFailed')}</Banner>}
      {resent && !failed && <Banner kind="success">{words('resent')}</Banner>}
      <p>{words(sent?.channel === 'call' ? 'codeCalled' : 'codeTexted', { digits })}</p>
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
        {wait === undefined || failed ? (
          <Button busy={submission.busy} onClick={() => void submission.submit(() => [], again)}>
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
