import { useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import type { PatientTalk } from '../../api/types.ts';
import { useDraft } from '../../drafts/useDraft.ts';
import { FormProblems } from '../../forms/FormProblems.tsx';
import { useSubmission } from '../../forms/useSubmission.ts';
import { practice } from '../../i18n/areas/practice/practice.ts';
import { useWords } from '../../i18n/WordsProvider.tsx';
import { useSession } from '../../session/Signed.tsx';
import { Button } from '../../ui/Button/Button.tsx';
import { TextField } from '../../ui/TextField/TextField.tsx';
import { EmailTwice } from './EmailTwice.tsx';

interface InviteFormProps {
  readonly practiceId: string;
  readonly caseId: string;
  readonly patient: PatientTalk['patient'];
  readonly onTalk: (talk: PatientTalk) => void;
}

/** Invites the patient into this member's Patient Talk. */
export function InviteForm({ practiceId, caseId, patient, onTalk }: InviteFormProps) {
  const words = useWords(practice);
  const { lost } = useSession();
  const [typed, setTyped] = useState({ email: patient.email ?? '', confirmEmail: '' });
  const [mobile, setMobile] = useState(patient.mobile ?? '');
  const [landline, setLandline] = useState(patient.landline ?? '');
  const first = useDraft('first', caseId);
  const submission = useSubmission({
    sentences: {
      'email-malformed': words('emailMalformed'),
      'emails-differ': words('emailsDiffer'),
      'phone-malformed': words('phoneWrong'),
      'phone-country-not-served': words('phoneWrong'),
      'phone-not-allowed': words('phoneWrong'),
      'too-long': words('messageLong'),
    },
    fields: {
      email: 'invite-email',
      confirmEmail: 'invite-confirm',
      mobile: 'invite-mobile',
      landline: 'invite-landline',
      firstMessage: 'invite-message',
    },
  });
  const check = () => [
    ...(/^\s*\S+@\S+\s*$/u.test(typed.email) ? [] : [{ fieldId: 'invite-email', message: words('emailMalformed') }]),
    ...(typed.confirmEmail.trim().toLowerCase() === typed.email.trim().toLowerCase()
      ? []
      : [{ fieldId: 'invite-confirm', message: words('emailsDiffer') }]),
  ];
  const send = async () => {
    try {
      const { body } = await api.post('/practices/{practiceId}/cases/{caseId}/patient-talk/invitation', {
        path: { practiceId, caseId },
        body: { ...typed, mobile, landline, firstMessage: first.text },
      });
      first.drop();
      onTalk(body);
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
        void submission.submit(check, send);
      }}
    >
      <h2>{words('invite')}</h2>
      <FormProblems
        submission={submission}
        known={{ 'birth-date-missing': words('birthDateMissing'), 'case-closed': words('caseClosed') }}
      />
      <EmailTwice id="invite" typed={typed} onInput={setTyped} errorOf={submission.errorOf} />
      <TextField
        id="invite-mobile"
        label={words('mobile')}
        type="tel"
        optional
        autocomplete="off"
        value={mobile}
        onInput={setMobile}
        error={submission.errorOf('invite-mobile')}
      />
      <TextField
        id="invite-landline"
        label={words('landline')}
        type="tel"
        optional
        autocomplete="off"
        value={landline}
        onInput={setLandline}
        error={submission.errorOf('invite-landline')}
      />
      <TextField
        id="invite-message"
        label={words('firstMessage')}
        hint={words('firstMessageHint')}
        optional
        lines={4}
        autocomplete="off"
        value={first.text}
        onInput={first.write}
        error={submission.errorOf('invite-message')}
      />
      <div class="row">
        <Button kind="primary" type="submit" busy={submission.busy}>
          {words('sendInvitation')}
        </Button>
      </div>
    </form>
  );
}
