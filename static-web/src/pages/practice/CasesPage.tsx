import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { SessionAffiliation } from '../../api/types.ts';
import { describeFailure } from '../../errors/describeFailure.ts';
import { base } from '../../i18n/areas/base/base.ts';
import { practice } from '../../i18n/areas/practice/practice.ts';
import { formatRecent } from '../../i18n/format.ts';
import { useLanguage, useWords } from '../../i18n/WordsProvider.tsx';
import { paths } from '../../navigation/paths.ts';
import { useSession } from '../../session/Signed.tsx';
import { Badge } from '../../ui/Badge/Badge.tsx';
import { Banner } from '../../ui/Banner/Banner.tsx';
import { Button, LinkButton } from '../../ui/Button/Button.tsx';
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx';
import { List } from '../../ui/List/List.tsx';
import { PracticeShell } from '../../ui/PracticeShell/PracticeShell.tsx';
import { SearchField } from '../../ui/SearchField/SearchField.tsx';
import { Select } from '../../ui/Select/Select.tsx';
import { Skeleton } from '../../ui/Skeleton/Skeleton.tsx';
import { CasePage } from './CasePage.tsx';
import { type CaseFilter, useCases } from './useCases.ts';

/** What stands around every page of the practice. */
export interface Frame {
  readonly links: readonly { readonly to: string; readonly text: string }[];
  readonly tools: ComponentChildren;
}

interface CasesPageProps {
  readonly frame: Frame;
  readonly member: SessionAffiliation;
  readonly caseId: string | undefined;
  readonly part: string | undefined;
}

/** The cases at the left, the chosen one at the right. */
export function CasesPage({ frame, member, caseId, part }: CasesPageProps) {
  const words = useWords(practice);
  const [filter, setFilter] = useState<CaseFilter>({ query: '', status: 'open', whose: 'mine' });
  const { practiceId } = member;
  const cases = useCases(practiceId, filter);
  const [bar, setBar] = useState<ComponentChildren>(undefined);
  return (
    <PracticeShell
      {...frame}
      {...(caseId === undefined || bar === undefined ? {} : { patientBar: bar })}
      list={{
        name: words('cases'),
        tools: <Tools member={member} filter={filter} onFilter={setFilter} />,
        content: <CaseList practiceId={practiceId} cases={cases} selected={caseId} />,
      }}
      {...(caseId === undefined
        ? {}
        : { backToList: { to: paths.cases.to({ practiceId }), text: words('backToCases') } })}
    >
      {caseId === undefined ? (
        <EmptyState title={words('chooseCaseTitle')}>{words('chooseCaseText')}</EmptyState>
      ) : (
        <CasePage
          key={caseId}
          practiceId={practiceId}
          caseId={caseId}
          part={part}
          onBar={setBar}
          onChange={cases.look}
        />
      )}
    </PracticeShell>
  );
}

interface ToolsProps {
  readonly member: SessionAffiliation;
  readonly filter: CaseFilter;
  readonly onFilter: (filter: CaseFilter) => void;
}

function Tools({ member, filter, onFilter }: ToolsProps) {
  const words = useWords(practice);
  return (
    <div class="stack">
      <LinkButton to={paths.newCase.to({ practiceId: member.practiceId })}>{words('newCase')}</LinkButton>
      <SearchField
        label={words('searchCases')}
        value={filter.query}
        onInput={(query) => onFilter({ ...filter, query })}
      />
      <Select
        label={words('status')}
        value={filter.status}
        onChange={(status) => onFilter({ ...filter, status })}
        options={[
          { value: 'open', text: words('open') },
          { value: 'closed', text: words('closed') },
        ]}
      />
      {member.caseManager && (
        <Select
          label={words('whose')}
          value={filter.whose}
          onChange={(whose) => onFilter({ ...filter, whose })}
          options={[
            { value: 'mine', text: words('mine') },
            { value: 'all', text: words('everyone') },
          ]}
        />
      )}
    </div>
  );
}

interface CaseListProps {
  readonly practiceId: string;
  readonly cases: ReturnType<typeof useCases>;
  readonly selected: string | undefined;
}

function CaseList({ practiceId, cases, selected }: CaseListProps) {
  const words = useWords(practice);
  const baseWords = useWords(base);
  const { locale } = useLanguage();
  const { session } = useSession();
  if (cases.list === undefined) {
    return cases.failure === undefined ? (
      <Skeleton lines={6} />
    ) : (
      <Banner kind="error" action={<Button onClick={cases.look}>{baseWords('tryAgain')}</Button>}>
        {describeFailure(cases.failure, baseWords)}
      </Banner>
    );
  }
  return (
    <List
      name={words('cases')}
      entries={cases.list.map((one) => ({
        id: one.caseId,
        to: paths.case.to({ practiceId, caseId: one.caseId }),
        title: one.patient.name,
        detail: one.title,
        at: {
          text: formatRecent({ locale, timeZone: session.timeZone }, new Date(one.lastActivityAt), new Date()),
          iso: one.lastActivityAt,
        },
        unread: one.unread,
        selected: one.caseId === selected,
        ...(one.status === 'closed' ? { badge: <Badge>{words('closed')}</Badge> } : {}),
      }))}
      empty={<EmptyState title={words('noCasesTitle')}>{words('noCasesText')}</EmptyState>}
      more={cases.more}
    />
  );
}
