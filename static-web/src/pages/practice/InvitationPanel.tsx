import { useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import type { Invitation, PatientTalk } from '../../api/types.ts';
import { FormProblems } from '../../forms/FormProblems.tsx';
import { useSubmission } from '../../forms/useSubmission.ts';
import { practice } from '../../i18n/areas/practice/practice.ts';
import { formatDate } from '../../i18n/format.ts';
import { useLanguage, useWords } from '../../i18n/WordsProvider.tsx';
import { useSession } from '../../session/Signed.tsx';
import { Banner } from '../../ui/Banner/Banner.tsx';
import { Button } from '../../ui/Button/Button.tsx';
import { Timeline, type TimelineEvent } from '../../ui/Timeline/Timeline.tsx';
import { useToast } from '../../ui/Toast/Toast.tsx';
import { CorrectAddress } from './CorrectAddress.tsx';
import { useSentTooOften } from './useSentTooOften.ts';

interface InvitationPanelProps {
  readonly practiceId: string;
  readonly caseId: string;
  readonly invitation: Invitation;
  readonly onTalk: (talk: PatientTalk) => void;
}

const troubles = ['bounced', 'birthDateWrong', 'codeFailed', 'locked', 'expired'];

/** How far an invitation is, and what can be done about it. */
export function InvitationPanel({ practiceId, caseId, invitation, onTalk }: InvitationPanelProps) {
  const words = useWords(practice);
  const { locale } = useLanguage();
  const { session, lost } = useSession();
  const toast = useToast();
  const [correcting, setCorrecting] = useState(false);
  const submission = useSubmission({ sentences: {} });
  const tooOften = useSentTooOften();
  const path = { practiceId, caseId };
  const attempt = (act: () => Promise<PatientTalk>) =>
    void submission.submit(
      () => [],
      async () => {
        try {
          onTalk(await act());
        } catch (error) {
          if (!lost(error)) {
            throw error;
          }
        }
      },
    );
  const resend = () =>
    attempt(
      async () =>
        (await api.post('/practices/{practiceId}/cases/{caseId}/patient-talk/invitation/resend', { path })).body,
    );
  const withdraw = () =>
    attempt(async () => {
      const { body } = await api.delete('/practices/{practiceId}/cases/{caseId}/patient-talk/invitation', { path });
      toast({ text: words('withdrawn') });
      return body;
    });
  const events: TimelineEvent[] = invitation.timeline.map(({ kind, at }, index) => ({
    id: String(index),
    text: words(`event.${kind}`),
    state: troubles.includes(kind) ? 'failed' : 'done',
    at: new Date(at),
  }));
  const copy = async () => {
    const lines = invitation.timeline.map(
      ({ kind, at }) =>
        `${formatDate({ locale, timeZone: session.timeZone }, new Date(at), 'moment')}  ${words(`event.${kind}`)}`,
    );
    await navigator.clipboard.writeText([words('invitationTitle', { email: invitation.email }), ...lines].join('\n'));
    toast({ text: words('copied') });
  };
  return (
    <section class="stack">
      <h2>{words('invitationTitle', { email: invitation.email })}</h2>
      <Trouble invitation={invitation} />
      <FormProblems submission={submission} known={tooOften(submission.failure)} />
      <Timeline events={events} timeZone={session.timeZone} />
      <h3>{words('reinvite')}</h3>
      <div class="row">
        <Button busy={submission.busy} onClick={resend}>
          {words('sendAgain')}
        </Button>
        <Button onClick={() => setCorrecting(!correcting)}>{words('correctAddress')}</Button>
        <Button kind="quiet" onClick={() => void copy()}>
          {words('copyStatus')}
        </Button>
        {invitation.state !== 'withdrawn' && (
          <Button kind="quiet" onClick={withdraw}>
            {words('withdraw')}
          </Button>
        )}
      </div>
      {correcting && (
        <CorrectAddress
          send={async (body) => {
            const route = '/practices/{practiceId}/cases/{caseId}/patient-talk/invitation/address';
            const { body: talk } = await api.put(route, { path, body });
            setCorrecting(false);
            onTalk(talk);
          }}
        />
      )}
    </section>
  );
}

function Trouble({ invitation }: { readonly invitation: Invitation }) {
  const words = useWords(practice);
  switch (invitation.state) {
    case 'bounced':
      return (
        <Banner kind="warning" title={words('bouncedTitle')}>
          {words('bouncedText')}
        </Banner>
      );
    case 'locked':
      return (
        <Banner kind="warning" title={words('lockedTitle')}>
          {words('lockedText')}
        </Banner>
      );
    case 'expired':
    case 'withdrawn':
      return <Banner kind="info">{words('over')}</Banner>;
    default:
      return null;
  }
}
