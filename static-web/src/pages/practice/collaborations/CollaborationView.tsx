import './collaborations.css';
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { api } from '../../../api/api.ts';
import { poll } from '../../../api/poll.ts';
import { clockAhead } from '../../../api/serviceClock.ts';
import type { Collaboration } from '../../../api/types.ts';
import { readDraft, writeDraft } from '../../../drafts/drafts.ts';
import { describeFailure } from '../../../errors/describeFailure.ts';
import { base } from '../../../i18n/areas/base/base.ts';
import { collaboration } from '../../../i18n/areas/collaboration/collaboration.ts';
import { collaborations } from '../../../i18n/areas/collaborations/collaborations.ts';
import { formatDate } from '../../../i18n/format.ts';
import { useLanguage, useWords } from '../../../i18n/WordsProvider.tsx';
import { later } from '../../../later/later.tsx';
import { useSession } from '../../../session/Signed.tsx';
import { SentFile } from '../../../talk/SentFile.tsx';
import { TalkPanel } from '../../../talk/TalkPanel.tsx';
import { Badge } from '../../../ui/Badge/Badge.tsx';
import { Banner } from '../../../ui/Banner/Banner.tsx';
import { Button } from '../../../ui/Button/Button.tsx';
import { Countdown } from '../../../ui/Countdown/Countdown.tsx';
import { PageHeading } from '../../../ui/PageHeading/PageHeading.tsx';
import { Skeleton } from '../../../ui/Skeleton/Skeleton.tsx';
import { useViewer } from '../../../viewer/useViewer.tsx';
import { ReasonForm } from '../ReasonForm.tsx';
import { Collaborators } from './Collaborators.tsx';
import { editOf } from './edits.ts';

export const areas = [collaboration, collaborations];

const EditForm = later(() => import('./EditForm.tsx'));

/** Milliseconds. While it can still be edited, that somebody has read it has to be seen at once. */
const every = { open: 2_000, locked: 15_000 } as const;

interface CollaborationViewProps {
  readonly practiceId: string;
  readonly collaborationId: string;
  /** The list is no longer what it was. */
  readonly onChange: () => void;
  /** It is there, or has changed. */
  readonly onOpened: (opened: Collaboration) => void;
}

/** One collaboration: what was shared, until when it can be edited, who has read it, and what they answered. */
export function Part({ practiceId, collaborationId, onChange, onOpened }: CollaborationViewProps) {
  const words = useWords(collaboration);
  const listWords = useWords(collaborations);
  const baseWords = useWords(base);
  const { lost } = useSession();
  const [opened, setOpened] = useState<Collaboration | undefined>(undefined);
  const [failure, setFailure] = useState<unknown>(undefined);
  const [count, setCount] = useState(0);
  // The time that is left is the service's to say, whatever this device's clock shows.
  const [ahead, setAhead] = useState<number | undefined>(undefined);
  const pace = opened?.canEdit === true ? every.open : every.locked;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `count` asks for another look
  useEffect(
    () =>
      poll<Collaboration>({
        look: async (options) => {
          const answer = await api.get(
            '/practices/{practiceId}/collaborations/{collaborationId}',
            { path: { practiceId, collaborationId } },
            { ...options, background: true },
          );
          setAhead((known) => clockAhead(known, answer.date, Date.now()));
          return answer;
        },
        onChange: (body) => {
          setFailure(undefined);
          setOpened(body);
        },
        onFailure: (error) => lost(error) || setFailure(error),
        every: pace,
      }).stop,
    [practiceId, collaborationId, pace, lost, count],
  );
  useEffect(() => opened && onOpened(opened), [opened, onOpened]);
  const look = useCallback(() => setCount((current) => current + 1), []);
  if (opened === undefined) {
    return failure === undefined ? (
      <Skeleton lines={8} />
    ) : (
      <>
        <PageHeading text={listWords('collaborations')} />
        <Banner kind="error" action={<Button onClick={look}>{baseWords('tryAgain')}</Button>}>
          {describeFailure(failure, baseWords)}
        </Banner>
      </>
    );
  }
  const changed = (next: Collaboration) => {
    setOpened(next);
    onChange();
  };
  return (
    <div class="stack stack--wide">
      <Head opened={opened} />
      <Shared practiceId={practiceId} opened={opened} ahead={ahead ?? 0} onChange={changed} onLook={look} />
      <Collaborators practiceId={practiceId} opened={opened} onChange={changed} />
      <Status practiceId={practiceId} opened={opened} onChange={changed} />
      {failure !== undefined && <Banner kind="warning">{describeFailure(failure, baseWords)}</Banner>}
      <span class="said" role="status">
        {words('title', { number: String(opened.number) })}
      </span>
    </div>
  );
}

function useMoment(): (at: string) => string {
  const { locale } = useLanguage();
  const { session } = useSession();
  return (at) => formatDate({ locale, timeZone: session.timeZone }, new Date(at), 'moment');
}

function Head({ opened }: { readonly opened: Collaboration }) {
  const words = useWords(collaboration);
  const stateWords = useWords(collaborations);
  const moment = useMoment();
  const { number, patient, starter, startedAt, state } = opened;
  return (
    <header class="stack">
      <div class="row">
        <PageHeading text={words('title', { number: String(number) })} />
        <Badge tone={state === 'answered' ? 'accent' : 'neutral'}>{stateWords(`state.${state}`)}</Badge>
      </div>
      <p class="soft">{words('about', { patient: patient.name, name: starter, at: moment(startedAt) })}</p>
    </header>
  );
}

interface SharedProps {
  readonly practiceId: string;
  readonly opened: Collaboration;
  /** Milliseconds that this device's clock is ahead of the service's. */
  readonly ahead: number;
  readonly onChange: (opened: Collaboration) => void;
  readonly onLook: () => void;
}

/** What they read, as long as it can be edited with the time that is left, and then the answers. */
function Shared({ practiceId, opened, ahead, onChange, onLook }: SharedProps) {
  const words = useWords(collaboration);
  // What was being changed before a reload goes on.
  const [editing, setEditing] = useState(() => opened.mine && readDraft(editOf(opened)) !== '');
  const [moved, setMoved] = useState(0);
  const followUp = (text: string) => {
    const reply = { kind: 'reply', id: opened.threadId };
    // Behind an answer that was begun already: neither text is lost.
    writeDraft(reply, [readDraft(reply), text].filter((one) => one.trim() !== '').join('\n\n'));
    setMoved(moved + 1);
    setEditing(false);
    onLook();
  };
  return (
    <>
      <Lock opened={opened} ahead={ahead} editing={editing} onEdit={() => setEditing(true)} onEnd={onLook} />
      {editing ? (
        <EditForm
          practiceId={practiceId}
          opened={opened}
          onSaved={(saved) => {
            setEditing(false);
            onChange(saved);
          }}
          onCancel={() => setEditing(false)}
          onFollowUp={followUp}
          onLook={onLook}
        />
      ) : (
        <>
          <section class="stack">
            <h2>{words('message')}</h2>
            <p class="share-text">{opened.message}</p>
          </section>
          <Attachments opened={opened} />
        </>
      )}
      <section class="stack">
        <h2>{words('thread')}</h2>
        <TalkPanel
          // Read anew once it is closed or opened again, so that nobody begins an answer that is not taken.
          key={`${opened.threadId} ${moved} ${opened.state === 'closed'}`}
          threadId={opened.threadId}
          name={words('thread')}
          label={() => words('write')}
          closedText={words('closedText')}
        />
      </section>
    </>
  );
}

interface LockProps {
  readonly opened: Collaboration;
  readonly ahead: number;
  readonly editing: boolean;
  readonly onEdit: () => void;
  readonly onEnd: () => void;
}

function Lock({ opened, ahead, editing, onEdit, onEnd }: LockProps) {
  const words = useWords(collaboration);
  const moment = useMoment();
  const until = useMemo(() => new Date(Date.parse(opened.locksAt) + ahead), [opened.locksAt, ahead]);
  if (opened.canEdit) {
    return (
      <Banner kind="info" action={editing ? undefined : <Button onClick={onEdit}>{words('edit')}</Button>}>
        <Countdown until={until} label={words('canEditFor')} onEnd={onEnd} />
      </Banner>
    );
  }
  const { firstRead } = opened;
  return (
    <Banner kind="info">
      {firstRead === undefined
        ? words('lockedTime')
        : words('lockedRead', { name: firstRead.name, at: moment(firstRead.at) })}
    </Banner>
  );
}

function Attachments({ opened }: { readonly opened: Collaboration }) {
  const words = useWords(collaboration);
  const { attachments, collaborationId } = opened;
  const files = useMemo(
    () => attachments.map(({ file }) => ({ ...file, collaborationId })),
    [attachments, collaborationId],
  );
  const { view, viewer } = useViewer(files);
  return (
    <section class="stack">
      <h2>{words('attachments')}</h2>
      {files.length === 0 && <p class="soft">{words('noAttachments')}</p>}
      <ul class="plain-list">
        {files.map((file) => (
          <li key={file.fileId} class="plain-list-item">
            <SentFile file={file} onView={view} />
          </li>
        ))}
      </ul>
      {viewer}
    </section>
  );
}

interface StatusProps {
  readonly practiceId: string;
  readonly opened: Collaboration;
  readonly onChange: (opened: Collaboration) => void;
}

function Status({ practiceId, opened, onChange }: StatusProps) {
  const words = useWords(collaboration);
  const path = { practiceId, collaborationId: opened.collaborationId };
  const closed = opened.state === 'closed';
  return (
    <>
      {opened.statusReason !== undefined && <p>{words('statusReason', { reason: opened.statusReason })}</p>}
      <ReasonForm
        id="collaboration-reason"
        title={words(closed ? 'reopen' : 'close')}
        label={words('reason')}
        sentences={{ required: words('reasonMissing'), 'too-long': words('tooLong') }}
        send={async (reason) => {
          const input = { path, body: { reason } };
          const { body } = closed
            ? await api.post('/practices/{practiceId}/collaborations/{collaborationId}/reopen', input)
            : await api.post('/practices/{practiceId}/collaborations/{collaborationId}/close', input);
          onChange(body);
        }}
      />
    </>
  );
}
