import { useState } from 'preact/hooks';
import { FormProblems } from '../../forms/FormProblems.tsx';
import { useSubmission } from '../../forms/useSubmission.ts';
import { useSession } from '../../session/Signed.tsx';
import { Button } from '../../ui/Button/Button.tsx';
import { TextField } from '../../ui/TextField/TextField.tsx';

interface ReasonFormProps {
  readonly id: string;
  /** What is done, on the heading and on the button. */
  readonly title: string;
  readonly label: string;
  readonly sentences: Readonly<Record<string, string>>;
  readonly send: (reason: string) => Promise<void>;
}

/** Something that is done with a reason: to close, to reopen, to take somebody out. */
export function ReasonForm({ id, title, label, sentences, send }: ReasonFormProps) {
  const { lost } = useSession();
  const [reason, setReason] = useState('');
  const submission = useSubmission({ sentences, fields: { reason: id } });
  const attempt = async () => {
    try {
      await send(reason);
      setReason('');
    } catch (error) {
      if (!lost(error)) {
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
        void submission.submit(() => [], attempt);
      }}
    >
      <h2>{title}</h2>
      <FormProblems submission={submission} />
      <TextField
        id={id}
        label={label}
        autocomplete="off"
        maxLength={500}
        value={reason}
        onInput={setReason}
        error={submission.errorOf(id)}
      />
      <div class="row">
        <Button type="submit" busy={submission.busy}>
          {title}
        </Button>
      </div>
    </form>
  );
}
