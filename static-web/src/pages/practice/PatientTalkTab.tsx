import { useCallback, useEffect, useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import { poll } from '../../api/poll.ts';
import type { Case, PatientTalk, StoredFile } from '../../api/types.ts';
import { describeFailure } from '../../errors/describeFailure.ts';
import { base } from '../../i18n/areas/base/base.ts';
import { practice } from '../../i18n/areas/practice/practice.ts';
import { useWords } from '../../i18n/WordsProvider.tsx';
import { useSession } from '../../session/Signed.tsx';
import { TalkPanel } from '../../talk/TalkPanel.tsx';
import { Badge } from '../../ui/Badge/Badge.tsx';
import { Banner } from '../../ui/Banner/Banner.tsx';
import { Button } from '../../ui/Button/Button.tsx';
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx';
import { Skeleton } from '../../ui/Skeleton/Skeleton.tsx';
import { useToast } from '../../ui/Toast/Toast.tsx';
import { InvitationPanel } from './InvitationPanel.tsx';
import { InviteForm } from './InviteForm.tsx';

interface PatientTalkTabProps {
  readonly practiceId: string;
  readonly opened: Case;
  /** The form is asked for, here or at the top of the case. */
  readonly inviting: boolean;
  readonly onInviting: (inviting: boolean) => void;
}

const every = 4_000;

/** This member's own private talk with the patient: the invitation first, then the messages. */
export function PatientTalkTab(props: PatientTalkTabProps) {
  const words = useWords(practice);
  return props.opened.mine ? <Mine {...props} /> : <Banner kind="info">{words('notMember')}</Banner>;
}

function Mine({ practiceId, opened, inviting, onInviting }: PatientTalkTabProps) {
  const words = useWords(practice);
  const baseWords = useWords(base);
  const { lost } = useSession();
  const [talk, setTalk] = useState<PatientTalk | undefined>(undefined);
  const [failure, setFailure] = useState<unknown>(undefined);
  const { caseId } = opened;
  const settled = talk?.state === 'talking';
  useEffect(() => {
    if (settled) {
      return;
    }
    return poll<PatientTalk>({
      look: (options) =>
        api.get(
          '/practices/{practiceId}/cases/{caseId}/patient-talk',
          { path: { practiceId, caseId } },
          { ...options, background: true },
        ),
      onChange: (body) => {
        setFailure(undefined);
        setTalk(body);
      },
      onFailure: (error) => lost(error) || setFailure(error),
      every,
    }).stop;
  }, [practiceId, caseId, settled, lost]);
  const fileActions = useCallback(
    (file: StoredFile, look: () => void) => (
      <ShareFile practiceId={practiceId} caseId={caseId} file={file} onShared={look} />
    ),
    [practiceId, caseId],
  );
  if (talk === undefined) {
    return failure === undefined ? <Skeleton /> : <Banner kind="error">{describeFailure(failure, baseWords)}</Banner>;
  }
  const { patient } = talk;
  const name = `${patient.firstName} ${patient.lastName}`;
  const thread = talk.threadId !== undefined && (
    <TalkPanel
      key={talk.threadId}
      threadId={talk.threadId}
      label={() => words('toPatient', { name })}
      closedText={words(talk.state === 'talking' ? 'talkClosed' : 'leftClosed')}
      fileActions={fileActions}
    />
  );
  if (talk.state === 'talking') {
    return thread;
  }
  if (talk.state === 'invited' && talk.invitation !== undefined) {
    return (
      <div class="stack">
        <InvitationPanel practiceId={practiceId} caseId={caseId} invitation={talk.invitation} onTalk={setTalk} />
        {thread}
      </div>
    );
  }
  if (inviting) {
    const invited = (now: PatientTalk) => {
      onInviting(false);
      setTalk(now);
    };
    return <InviteForm practiceId={practiceId} caseId={caseId} patient={patient} onTalk={invited} />;
  }
  return talk.state === 'left' ? (
    <div class="stack">
      <Banner
        kind="info"
        action={
          <Button kind="primary" onClick={() => onInviting(true)}>
            {words('inviteAgain')}
          </Button>
        }
      >
        {words('left', { name })}
      </Banner>
      {thread}
    </div>
  ) : (
    <EmptyState
      title={words('notInvitedTitle', { name })}
      action={
        <Button kind="primary" onClick={() => onInviting(true)}>
          {words('invite')}
        </Button>
      }
    >
      {words('notInvitedText')}
    </EmptyState>
  );
}

interface ShareFileProps {
  readonly practiceId: string;
  readonly caseId: string;
  readonly file: StoredFile;
  readonly onShared: () => void;
}

/** Puts a patient's file on the case. Pressed twice it shares once; afterwards there is nothing to press. */
function ShareFile({ practiceId, caseId, file, onShared }: ShareFileProps) {
  const words = useWords(practice);
  const baseWords = useWords(base);
  const toast = useToast();
  const { lost } = useSession();
  const [busy, setBusy] = useState(false);
  const share = async () => {
    setBusy(true);
    try {
      await api.put('/practices/{practiceId}/cases/{caseId}/attachments/{fileId}', {
        path: { practiceId, caseId, fileId: file.fileId },
      });
      toast({ text: words('shared') });
      onShared();
    } catch (error) {
      if (!lost(error)) {
        toast({ text: describeFailure(error, baseWords).join(' ') });
      }
    } finally {
      setBusy(false);
    }
  };
  if (file.shared) {
    return <Badge tone="success">{words('shared')}</Badge>;
  }
  return file.canShare && file.state === 'ready' ? (
    <Button name={words('shareFileName', { name: file.name })} busy={busy} onClick={() => void share()}>
      {words('shareFile')}
    </Button>
  ) : null;
}
