import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Collaboration } from '../../../api/types.ts';
import { describeFailure } from '../../../errors/describeFailure.ts';
import { base } from '../../../i18n/areas/base/base.ts';
import { collaborations as collaborationsArea } from '../../../i18n/areas/collaborations/collaborations.ts';
import { practice } from '../../../i18n/areas/practice/practice.ts';
import { formatRecent } from '../../../i18n/format.ts';
import { useLanguage, useWords } from '../../../i18n/WordsProvider.tsx';
import { later } from '../../../later/later.tsx';
import { paths } from '../../../navigation/paths.ts';
import { useSession } from '../../../session/Signed.tsx';
import { Badge } from '../../../ui/Badge/Badge.tsx';
import { Banner } from '../../../ui/Banner/Banner.tsx';
import { Button } from '../../../ui/Button/Button.tsx';
import { Checkbox } from '../../../ui/Checkbox/Checkbox.tsx';
import { EmptyState } from '../../../ui/EmptyState/EmptyState.tsx';
import { List } from '../../../ui/List/List.tsx';
import { PracticeShell } from '../../../ui/PracticeShell/PracticeShell.tsx';
import { SearchField } from '../../../ui/SearchField/SearchField.tsx';
import { Select } from '../../../ui/Select/Select.tsx';
import { Skeleton } from '../../../ui/Skeleton/Skeleton.tsx';
import { ChosenPatient } from '../patients/ChosenPatient.tsx';
import { type CollaborationFilter, useCollaborations } from './useCollaborations.ts';

export const areas = [collaborationsArea];

const CollaborationView = later(() => import('./CollaborationView.tsx'));

const states = ['openForEdits', 'sent', 'delivered', 'read', 'answered', 'closed'] as const;

interface CollaborationsPageProps {
  readonly frame: {
    readonly links: readonly { readonly to: string; readonly text: string }[];
    readonly tools: ComponentChildren;
  };
  readonly practiceId: string;
  readonly collaborationId: string | undefined;
}

/** The collaborations at the left, the chosen one at the right. */
export function Part({ frame, practiceId, collaborationId }: CollaborationsPageProps) {
  const words = useWords(collaborationsArea);
  const practiceWords = useWords(practice);
  const [filter, setFilter] = useState<CollaborationFilter>({ query: '', state: 'all', mine: false, unread: false });
  const found = useCollaborations(practiceId, filter);
  const [opened, setOpened] = useState<Collaboration | undefined>(undefined);
  // Never one collaboration under the address of another.
  const shown = opened?.collaborationId === collaborationId ? opened : undefined;
  const tools = (
    <div class="stack">
      <SearchField label={words('search')} value={filter.query} onInput={(query) => setFilter({ ...filter, query })} />
      <Select
        label={words('stateFilter')}
        value={filter.state}
        onChange={(state) => setFilter({ ...filter, state })}
        options={[
          { value: 'all', text: words('everyState') },
          ...states.map((value) => ({ value, text: words(`state.${value}`) })),
        ]}
      />
      <Select
        label={words('whose')}
        value={filter.mine ? 'mine' : 'all'}
        onChange={(value) => setFilter({ ...filter, mine: value === 'mine' })}
        options={[
          { value: 'all', text: words('everyones') },
          { value: 'mine', text: words('mine') },
        ]}
      />
      <Checkbox
        label={words('unreadOnly')}
        checked={filter.unread}
        onChange={(unread) => setFilter({ ...filter, unread })}
      />
    </div>
  );
  return (
    <PracticeShell
      {...frame}
      {...(shown && {
        opened: practiceWords('openedCollaboration', { number: String(shown.number) }),
        patientBar: <ChosenPatient key={shown.patient.patientId} practiceId={practiceId} patient={shown.patient} />,
      })}
      list={{
        name: words('collaborations'),
        tools,
        content: <Found practiceId={practiceId} found={found} selected={collaborationId} />,
      }}
      {...(collaborationId === undefined
        ? {}
        : { backToList: { to: paths.collaborations.to({ practiceId }), text: words('back') } })}
    >
      {collaborationId === undefined ? (
        <EmptyState title={words('chooseTitle')}>{words('chooseText')}</EmptyState>
      ) : (
        <CollaborationView
          key={collaborationId}
          practiceId={practiceId}
          collaborationId={collaborationId}
          onChange={found.look}
          onOpened={setOpened}
        />
      )}
    </PracticeShell>
  );
}

interface FoundProps {
  readonly practiceId: string;
  readonly found: ReturnType<typeof useCollaborations>;
  readonly selected: string | undefined;
}

function Found({ practiceId, found, selected }: FoundProps) {
  const words = useWords(collaborationsArea);
  const baseWords = useWords(base);
  const { locale } = useLanguage();
  const { session } = useSession();
  const { list, failure, look, more } = found;
  return (
    <>
      {failure !== undefined && (
        <Banner kind="error" action={<Button onClick={look}>{baseWords('tryAgain')}</Button>}>
          {describeFailure(failure, baseWords)}
        </Banner>
      )}
      {list === undefined && failure === undefined && <Skeleton lines={6} />}
      {list !== undefined && (
        <List
          name={words('collaborations')}
          entries={list.map((one) => ({
            id: one.collaborationId,
            to: paths.collaboration.to({ practiceId, collaborationId: one.collaborationId }),
            title: words('numbered', { number: one.number, patient: one.patient.name }),
            detail: one.collaborators.join(', '),
            at: {
              text: formatRecent({ locale, timeZone: session.timeZone }, new Date(one.lastAt), new Date()),
              iso: one.lastAt,
            },
            unread: one.unread > 0,
            selected: one.collaborationId === selected,
            badge: <Badge tone={one.state === 'answered' ? 'accent' : 'neutral'}>{words(`state.${one.state}`)}</Badge>,
          }))}
          empty={<EmptyState title={words('noneTitle')}>{words('noneText')}</EmptyState>}
        />
      )}
      {more !== undefined && (
        <div class="row">
          <Button kind="quiet" onClick={more}>
            {words('more')}
          </Button>
        </div>
      )}
    </>
  );
}
