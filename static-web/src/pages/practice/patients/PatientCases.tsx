import { useEffect, useState } from 'preact/hooks';
import { api } from '../../../api/api.ts';
import type { CaseSummary } from '../../../api/types.ts';
import { describeFailure } from '../../../errors/describeFailure.ts';
import { base } from '../../../i18n/areas/base/base.ts';
import { records } from '../../../i18n/areas/records/records.ts';
import { formatRecent } from '../../../i18n/format.ts';
import { useLanguage, useWords } from '../../../i18n/WordsProvider.tsx';
import { paths } from '../../../navigation/paths.ts';
import { useSession } from '../../../session/Signed.tsx';
import { Badge } from '../../../ui/Badge/Badge.tsx';
import { Banner } from '../../../ui/Banner/Banner.tsx';
import { Button } from '../../../ui/Button/Button.tsx';
import { ListSection, Section } from './Section.tsx';

interface PatientCasesProps {
  readonly practiceId: string;
  readonly patientId: string;
  /** Those of all members, for whoever may see them; otherwise one's own. */
  readonly all: boolean;
}

interface Read {
  readonly open: readonly CaseSummary[];
  readonly closed: readonly CaseSummary[];
}

/** The cases of a patient that one may open, the open ones first. */
export function PatientCases({ practiceId, patientId, all }: PatientCasesProps) {
  const words = useWords(records);
  const baseWords = useWords(base);
  const { lost } = useSession();
  const [read, setRead] = useState<Read | undefined>(undefined);
  const [failure, setFailure] = useState<unknown>(undefined);
  const [attempt, setAttempt] = useState(1);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` asks the same again
  useEffect(() => {
    const left = new AbortController();
    const { signal } = left;
    const ask = { practiceId, patientId, all };
    Promise.all([casesOf('open', ask, signal), casesOf('closed', ask, signal)]).then(
      ([open, closed]) => {
        if (!signal.aborted) {
          setRead({ open, closed });
        }
      },
      (error: unknown) => signal.aborted || lost(error) || setFailure(error),
    );
    return () => left.abort();
  }, [practiceId, patientId, all, attempt, lost]);
  if (failure !== undefined) {
    const again = () => {
      setFailure(undefined);
      setAttempt(attempt + 1);
    };
    return (
      <Section title={words('cases')}>
        <Banner kind="error" action={<Button onClick={again}>{baseWords('tryAgain')}</Button>}>
          {describeFailure(failure, baseWords)}
        </Banner>
      </Section>
    );
  }
  return (
    <ListSection
      title={words('cases')}
      entries={[...(read?.open ?? []), ...(read?.closed ?? [])]}
      whole={read !== undefined}
      none={words('casesNone')}
      keyOf={({ caseId }) => caseId}
      draw={(one) => <Line practiceId={practiceId} one={one} />}
    />
  );
}

function Line({ practiceId, one }: { readonly practiceId: string; readonly one: CaseSummary }) {
  const words = useWords(records);
  const { locale } = useLanguage();
  const { session } = useSession();
  const at = new Date(one.lastActivityAt);
  return (
    <div class="record-head">
      <a href={paths.case.to({ practiceId, caseId: one.caseId })}>{one.title}</a>
      {one.unread && <Badge tone="accent">{words('unread')}</Badge>}
      {one.status === 'closed' && <Badge>{words('closed')}</Badge>}
      <time class="record-date" dateTime={one.lastActivityAt}>
        {formatRecent({ locale, timeZone: session.timeZone }, at, new Date())}
      </time>
    </div>
  );
}

/** All pages of them: a patient has few. */
async function casesOf(
  status: CaseSummary['status'],
  { practiceId, patientId, all }: PatientCasesProps,
  signal: AbortSignal,
): Promise<readonly CaseSummary[]> {
  const found: CaseSummary[] = [];
  let cursor: string | undefined;
  do {
    const query = { patient: patientId, status, ...(all ? { member: 'all' } : {}), ...(cursor && { cursor }) };
    const { body } = await api.get('/practices/{practiceId}/cases', { path: { practiceId }, query }, { signal });
    found.push(...body.cases);
    cursor = body.cursor;
  } while (cursor !== undefined);
  return found;
}
