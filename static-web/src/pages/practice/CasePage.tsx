import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import type { Case } from '../../api/types.ts';
import { describeFailure } from '../../errors/describeFailure.ts';
import { base } from '../../i18n/areas/base/base.ts';
import { practice } from '../../i18n/areas/practice/practice.ts';
import { useWords } from '../../i18n/WordsProvider.tsx';
import { later } from '../../later/later.tsx';
import { paths } from '../../navigation/paths.ts';
import { navigate } from '../../navigation/useAddress.ts';
import { useSession } from '../../session/Signed.tsx';
import { TalkPanel } from '../../talk/TalkPanel.tsx';
import { Badge } from '../../ui/Badge/Badge.tsx';
import { Banner } from '../../ui/Banner/Banner.tsx';
import { Button, LinkButton } from '../../ui/Button/Button.tsx';
import { PageHeading } from '../../ui/PageHeading/PageHeading.tsx';
import { Skeleton } from '../../ui/Skeleton/Skeleton.tsx';
import { Tabs } from '../../ui/Tabs/Tabs.tsx';
import { ActivityTab } from './ActivityTab.tsx';
import { AttachmentsTab } from './AttachmentsTab.tsx';
import { useCollaborations } from './collaborations/useCollaborations.ts';
import { OverviewTab } from './OverviewTab.tsx';
import { PatientTalkTab } from './PatientTalkTab.tsx';
import { ChosenPatient } from './patients/ChosenPatient.tsx';

const CollaborationsOf = later(() => import('./collaborations/CollaborationsOf.tsx'));

interface CasePageProps {
  readonly practiceId: string;
  readonly caseId: string;
  readonly part: string | undefined;
  readonly onBar: (bar: ComponentChildren) => void;
  /** The case has changed, so its place in the list may have. */
  readonly onChange: () => void;
}

const parts = ['overview', 'doctor-talk', 'patient-talk', 'attachments', 'collaborations', 'activity'] as const;

type Part = (typeof parts)[number];

/** One case with its parts. */
export function CasePage({ practiceId, caseId, part, onBar, onChange }: CasePageProps) {
  const words = useWords(practice);
  const baseWords = useWords(base);
  const { lost } = useSession();
  const [opened, setOpened] = useState<Case | undefined>(undefined);
  const [failure, setFailure] = useState<unknown>(undefined);
  const [inviting, setInviting] = useState(false);
  // Also for the count on the tab, whichever part is looked at: a list of few.
  const collaborations = useCollaborations(practiceId, { caseId });
  const selected: Part = parts.find((one) => one === part) ?? 'overview';
  const look = useCallback(() => {
    api.get('/practices/{practiceId}/cases/{caseId}', { path: { practiceId, caseId } }).then(
      ({ body }) => {
        setFailure(undefined);
        setOpened(body);
      },
      (error: unknown) => lost(error) || setFailure(error),
    );
  }, [practiceId, caseId, lost]);
  // Counts change with the part that is looked at.
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at again for each part
  useEffect(look, [look, selected]);
  const invite = useCallback(() => {
    setInviting(true);
    navigate(paths.casePart.to({ practiceId, caseId, part: 'patient-talk' }));
  }, [practiceId, caseId]);
  useEffect(() => {
    if (opened === undefined) {
      return;
    }
    const { patient, mine } = opened;
    onBar(
      <ChosenPatient
        key={patient.patientId}
        practiceId={practiceId}
        patient={patient}
        actions={
          mine ? (
            <div class="row">
              <LinkButton to={startOf(practiceId, opened)}>{words('startCollaboration')}</LinkButton>
              <Button onClick={invite}>{words('invite')}</Button>
            </div>
          ) : undefined
        }
      />,
    );
  }, [opened, practiceId, words, onBar, invite]);
  if (opened === undefined) {
    return failure === undefined ? (
      <Skeleton lines={8} />
    ) : (
      <>
        <PageHeading text={words('cases')} />
        <Banner kind="error" action={<Button onClick={look}>{baseWords('tryAgain')}</Button>}>
          {describeFailure(failure, baseWords)}
        </Banner>
      </>
    );
  }
  const changed = (next: Case) => {
    setOpened(next);
    onChange();
  };
  const count = (number: number) => ({ number, said: words('unreadCount', { count: number }) });
  return (
    <div class="stack">
      <div class="row">
        <PageHeading key={caseId} text={opened.title} />
        {opened.status === 'closed' && <Badge tone="warning">{words('closed')}</Badge>}
      </div>
      <Tabs<Part>
        name={words('tabs')}
        selected={selected}
        onSelect={(next) => navigate(paths.casePart.to({ practiceId, caseId, part: next }), { replace: true })}
        tabs={[
          { id: 'overview', text: words('overview') },
          { id: 'doctor-talk', text: words('doctorTalk'), count: count(opened.doctorTalkUnread) },
          { id: 'patient-talk', text: words('patientTalk'), count: count(opened.patientTalkUnread) },
          { id: 'attachments', text: words('attachments') },
          {
            id: 'collaborations',
            text: words('collaborations'),
            count: count(collaborations.list?.reduce((sum, { unread }) => sum + unread, 0) ?? 0),
          },
          { id: 'activity', text: words('activity') },
        ]}
      >
        {selected === 'overview' && <OverviewTab practiceId={practiceId} opened={opened} onChange={changed} />}
        {selected === 'doctor-talk' && (
          <TalkPanel
            key={opened.doctorTalkId}
            threadId={opened.doctorTalkId}
            closedText={words('talkClosed')}
            label={() => words('toTeam')}
            sendText={words('addToDiscussion')}
          />
        )}
        {selected === 'patient-talk' && (
          <PatientTalkTab practiceId={practiceId} opened={opened} inviting={inviting} onInviting={setInviting} />
        )}
        {selected === 'attachments' && <AttachmentsTab practiceId={practiceId} opened={opened} />}
        {selected === 'collaborations' && (
          <CollaborationsOf
            practiceId={practiceId}
            found={collaborations}
            start={opened.mine ? startOf(practiceId, opened) : undefined}
          />
        )}
        {selected === 'activity' && <ActivityTab practiceId={practiceId} caseId={caseId} />}
      </Tabs>
    </div>
  );
}

const startOf = (practiceId: string, { caseId, patient: { patientId } }: Case) =>
  paths.startFromCase.to({ practiceId, patientId, caseId });
