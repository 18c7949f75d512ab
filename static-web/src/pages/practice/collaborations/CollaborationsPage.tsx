import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Collaboration } from '../../../api/types.ts';
import { collaborations as collaborationsArea } from '../../../i18n/areas/collaborations/collaborations.ts';
import { practice } from '../../../i18n/areas/practice/practice.ts';
import { useWords } from '../../../i18n/WordsProvider.tsx';
import { later } from '../../../later/later.tsx';
import { paths } from '../../../navigation/paths.ts';
import { Checkbox } from '../../../ui/Checkbox/Checkbox.tsx';
import { EmptyState } from '../../../ui/EmptyState/EmptyState.tsx';
import { PracticeShell } from '../../../ui/PracticeShell/PracticeShell.tsx';
import { SearchField } from '../../../ui/SearchField/SearchField.tsx';
import { Select } from '../../../ui/Select/Select.tsx';
import { ChosenPatient } from '../patients/ChosenPatient.tsx';
import { FoundCollaborations } from './FoundCollaborations.tsx';
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

/** What the list's own fields ask for. */
type Chosen = Required<Pick<CollaborationFilter, 'query' | 'state' | 'mine' | 'unread'>>;

/** The collaborations at the left, the chosen one at the right. */
export function Part({ frame, practiceId, collaborationId }: CollaborationsPageProps) {
  const words = useWords(collaborationsArea);
  const practiceWords = useWords(practice);
  const [filter, setFilter] = useState<Chosen>({ query: '', state: 'all', mine: false, unread: false });
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
        content: (
          <FoundCollaborations
            practiceId={practiceId}
            found={found}
            selected={collaborationId}
            titleOf={({ number, patient }) => words('numbered', { number, patient: patient.name })}
            empty={<EmptyState title={words('noneTitle')}>{words('noneText')}</EmptyState>}
          />
        ),
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
