import { useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import type { Member } from '../../api/types.ts';
import { FormProblems } from '../../forms/FormProblems.tsx';
import { useSubmission } from '../../forms/useSubmission.ts';
import { managing } from '../../i18n/areas/managing/managing.ts';
import { useWords } from '../../i18n/WordsProvider.tsx';
import { useSession } from '../../session/Signed.tsx';
import { Button } from '../../ui/Button/Button.tsx';
import { Checkbox } from '../../ui/Checkbox/Checkbox.tsx';
import { Select } from '../../ui/Select/Select.tsx';
import { TextField } from '../../ui/TextField/TextField.tsx';
import { useToast } from '../../ui/Toast/Toast.tsx';

interface InviteMemberFormProps {
  readonly practiceId: string;
  readonly onInvited: (member: Member) => void;
}

const fields = ['firstName', 'lastName', 'email', 'confirmEmail'] as const;
const empty = {
  firstName: '',
  lastName: '',
  email: '',
  confirmEmail: '',
  role: 'doctor' as Member['role'],
  manager: false,
  caseManager: false,
};

/** Mails somebody a link to register as a member. */
export function InviteMemberForm({ practiceId, onInvited }: InviteMemberFormProps) {
  const words = useWords(managing);
  const toast = useToast();
  const { lost } = useSession();
  const [typed, setTyped] = useState(empty);
  const submission = useSubmission({
    sentences: {
      required: words('required'),
      'too-long': words('tooLong'),
      'email-malformed': words('emailMalformed'),
      'emails-differ': words('emailsDiffer'),
      'already-member': words('alreadyMember'),
    },
    fields: Object.fromEntries(fields.map((field) => [field, `member-${field}`])),
  });
  const send = async () => {
    try {
      const { body } = await api.post('/practices/{practiceId}/members', { path: { practiceId }, body: typed });
      onInvited(body);
      setTyped(empty);
      toast({ text: words('sentInvitation', { email: body.email }) });
    } catch (error) {
      if (!lost(error)) {
        throw error;
      }
    }
  };
  const field = (name: (typeof fields)[number], type: 'text' | 'email') => (
    <TextField
      id={`member-${name}`}
      label={words(name)}
      type={type}
      autocomplete="off"
      value={typed[name]}
      onInput={(value) => setTyped({ ...typed, [name]: value })}
      error={submission.errorOf(`member-${name}`)}
    />
  );
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submission.submit(() => [], send);
      }}
    >
      <h2>{words('inviteTitle')}</h2>
      <p>{words('inviteText')}</p>
      <FormProblems submission={submission} />
      {field('firstName', 'text')}
      {field('lastName', 'text')}
      {field('email', 'email')}
      {field('confirmEmail', 'email')}
      <Select
        label={words('role')}
        value={typed.role}
        onChange={(role) => setTyped({ ...typed, role })}
        options={[
          { value: 'doctor', text: words('doctor') },
          { value: 'staff', text: words('staff') },
        ]}
      />
      <Checkbox
        label={words('manager')}
        hint={words('managerHint')}
        checked={typed.manager}
        onChange={(manager) => setTyped({ ...typed, manager })}
      />
      <Checkbox
        label={words('caseManager')}
        hint={words('caseManagerHint')}
        checked={typed.caseManager}
        onChange={(caseManager) => setTyped({ ...typed, caseManager })}
      />
      <div class="row">
        <Button kind="primary" type="submit" busy={submission.busy}>
          {words('sendInvitation')}
        </Button>
      </div>
    </form>
  );
}
