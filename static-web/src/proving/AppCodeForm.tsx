import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { FormProblems } from '../forms/FormProblems.tsx';
import { useSubmission } from '../forms/useSubmission.ts';
import { appCode } from '../i18n/areas/appCode/appCode.ts';
import { forms } from '../i18n/areas/forms/forms.ts';
import { useWords } from '../i18n/WordsProvider.tsx';
import { Button } from '../ui/Button/Button.tsx';
import { CodeField } from '../ui/CodeField/CodeField.tsx';
import { StepHeading } from './StepHeading.tsx';

interface AppCodeFormProps {
  /** Rejects where it was wrong; the form says so. */
  readonly answer: (code: string) => Promise<void>;
  /** Above the field. */
  readonly children?: ComponentChildren;
  /** Beside the button. */
  readonly other?: ComponentChildren;
}

/** The six digits that an authenticator app shows. */
export function AppCodeForm({ answer, children, other }: AppCodeFormProps) {
  const words = useWords(appCode);
  const formWords = useWords(forms);
  const [code, setCode] = useState('');
  const submission = useSubmission({ sentences: { 'wrong-code': words('wrong') }, fields: { code: 'code' } });
  const check = () => (code.length === 6 ? [] : [{ fieldId: 'code', message: words('short') }]);
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submission.submit(check, () => answer(code));
      }}
    >
      <StepHeading level="section" text={words('title')} />
      <FormProblems submission={submission} known={{ 'too-many-tries': words('tooMany') }} />
      {children ?? <p>{words('text')}</p>}
      <CodeField
        id="code"
        label={words('label')}
        hint={words('hint')}
        value={code}
        onInput={setCode}
        error={submission.errorOf('code')}
      />
      <Button kind="primary" type="submit" wide busy={submission.busy}>
        {formWords('next')}
      </Button>
      {other !== undefined && <div class="row">{other}</div>}
    </form>
  );
}
