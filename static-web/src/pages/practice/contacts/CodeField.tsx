import { useState } from 'preact/hooks';
import { api } from '../../../api/api.ts';
import { Failure } from '../../../api/failure.ts';
import type { CodeAvailability } from '../../../api/types.ts';
import { describeFailure } from '../../../errors/describeFailure.ts';
import { base } from '../../../i18n/areas/base/base.ts';
import { contactForm } from '../../../i18n/areas/contactForm/contactForm.ts';
import { useWords } from '../../../i18n/WordsProvider.tsx';
import { useSession } from '../../../session/Signed.tsx';
import { Button } from '../../../ui/Button/Button.tsx';
import { TextField } from '../../../ui/TextField/TextField.tsx';

interface CodeFieldProps {
  readonly practiceId: string;
  /** Whose code it is, where the contact is known. */
  readonly contactId: string | undefined;
  readonly firstName: string;
  readonly lastName: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly error: string | undefined;
}

/** The code, and beside it whether it is free. */
export function CodeField({ practiceId, contactId, firstName, lastName, value, onInput, error }: CodeFieldProps) {
  const words = useWords(contactForm);
  const baseWords = useWords(base);
  const { lost } = useSession();
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<CodeAvailability | undefined>(undefined);
  const [failure, setFailure] = useState<unknown>(undefined);
  const check = async () => {
    setBusy(true);
    setFailure(undefined);
    try {
      const { body } = await api.get('/practices/{practiceId}/contacts/code', {
        path: { practiceId },
        query: { code: value, firstName, lastName, ...(contactId === undefined ? {} : { contact: contactId }) },
      });
      setAnswer(body);
    } catch (problem) {
      setAnswer(undefined);
      if (!lost(problem)) {
        setFailure(problem);
      }
    } finally {
      setBusy(false);
    }
  };
  const change = (typed: string) => {
    setAnswer(undefined);
    setFailure(undefined);
    onInput(typed);
  };
  const malformed = failure instanceof Failure && failure.status === 400;
  const suggestion = answer?.free === true ? undefined : answer?.suggestion;
  return (
    <div class="stack">
      <TextField
        id="contact-code"
        label={words('code')}
        hint={words('codeHint')}
        optional
        autocomplete="off"
        value={value}
        onInput={change}
        error={error ?? (malformed ? words('codeMalformed') : undefined)}
      />
      <div class="row">
        <Button busy={busy} onClick={() => void check()}>
          {words('check')}
        </Button>
        <span role="status">
          {failure !== undefined && !malformed && describeFailure(failure, baseWords)}
          {answer !== undefined && answer.code !== '' && words(answer.free ? 'free' : 'taken', { code: answer.code })}
        </span>
        {suggestion !== undefined && (
          <Button kind="quiet" onClick={() => change(suggestion)}>
            {words('use', { code: suggestion })}
          </Button>
        )}
      </div>
    </div>
  );
}
