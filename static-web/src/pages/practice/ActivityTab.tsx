import { useEffect, useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import type { Activity } from '../../api/types.ts';
import { practice } from '../../i18n/areas/practice/practice.ts';
import { useWords } from '../../i18n/WordsProvider.tsx';
import { useSession } from '../../session/Signed.tsx';
import { Skeleton } from '../../ui/Skeleton/Skeleton.tsx';
import { Timeline } from '../../ui/Timeline/Timeline.tsx';

interface ActivityTabProps {
  readonly practiceId: string;
  readonly caseId: string;
}

/** What happened to the case, by whom, when; newest first. */
export function ActivityTab({ practiceId, caseId }: ActivityTabProps) {
  const words = useWords(practice);
  const { session, lost } = useSession();
  const [activities, setActivities] = useState<readonly Activity[] | undefined>(undefined);
  useEffect(() => {
    api
      .get('/practices/{practiceId}/cases/{caseId}/activity', { path: { practiceId, caseId } })
      .then(({ body }) => setActivities(body.activities), lost);
  }, [practiceId, caseId, lost]);
  if (activities === undefined) {
    return <Skeleton />;
  }
  return (
    <Timeline
      timeZone={session.timeZone}
      events={activities.map(({ at, kind, byName = '', aboutName = '', reason }) => ({
        id: `${at} ${kind}`,
        text:
          kind === 'memberAdded' || kind === 'memberRemoved'
            ? words(`activity.${kind}`, { by: byName, about: aboutName })
            : words(`activity.${kind}`, { by: byName }),
        state: 'done',
        at: new Date(at),
        ...(reason === undefined ? {} : { detail: reason }),
      }))}
    />
  );
}
