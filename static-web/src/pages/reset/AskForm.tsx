import { useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import { FormProblems } from '../../forms/FormProblems.tsx';
import { useSubmission } from '../../forms/useSubmission.ts';
import { reset } from '../../i18n/areas/reset/reset.ts';
import { useWords } from '../../i18n/WordsProvider.tsx';
import { paths } from '../../navigation/paths.ts';
import { Button, LinkButton } from '../../ui/Button/Button.tsx';
import { PageHeading } from '../../ui/PageHeading/PageHeading.tsx';
import { TextField } from '../../ui/TextField/TextField.tsx';

/** Asks for a link. What follows is the same for every address. */
export function AskForm() {
  const words = useWords(reset);
  const [email, setEmail] = useState('');
  const [sent, setSent] = useState(false);
  const submission = useSubmission({
    sentences: { 'email-malformed': words('emailWrong') },
    fields: { email: 'reset-email' },
  });
  const check = () => (email.trim() === '' ? [{ fieldId: 'reset-email', message: words('emailWrong') }] : []);
  const send = async () => {
    await api.post('/password-resets', { body: { email } });
    setSent(true);
  };
  if (sent) {
    return (
      <div class="stack">
        <PageHeading key="sent" text={words('sentTitle')} />
        <p>{words('sentText')}</p>
        <div class="row">
          <LinkButton to={paths.front.to()}>{words('toSignIn')}</LinkButton>
          <Button kind="quiet" onClick={() => setSent(false)}>
            {words('otherAddress')}
          </Button>
        </div>
      </div>
    );
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
      <PageHeading key="ask" text={words('askTitle')} />
      <FormProblems submission={submission} />
      <p>{words('askText')}</p>
      <TextField
        id="reset-email"
        label={words('email')}
        type="email"
        autocomplete="username"
        value={email}
        onInput={setEmail}
        error={submission.errorOf('reset-email')}
      />
      <Button kind="primary" type="submit" wide busy={submission.busy}>
        {words('send')}
      </Button>
      <p>
        <a href={paths.front.to()}>{words('toSignIn')}</a>
      </p>
    </form>
  );
}
