import { collaborations } from '../../../i18n/areas/collaborations/collaborations.ts';
import { practice } from '../../../i18n/areas/practice/practice.ts';
import { useWords } from '../../../i18n/WordsProvider.tsx';
import { LinkButton } from '../../../ui/Button/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState/EmptyState.tsx';
import { FoundCollaborations } from './FoundCollaborations.tsx';
import type { useCollaborations } from './useCollaborations.ts';

export const areas = [collaborations];

interface CollaborationsOfProps {
  readonly practiceId: string;
  readonly found: ReturnType<typeof useCollaborations>;
  /** Where one is started; undefined for whoever may not. */
  readonly start: string | undefined;
  /** How many are shown before one asks for more, where something else follows below. */
  readonly first?: number;
}

/** The collaborations of one patient or one case, which the page around them names. */
export function Part({ practiceId, found, start, first }: CollaborationsOfProps) {
  const words = useWords(collaborations);
  const practiceWords = useWords(practice);
  return (
    <FoundCollaborations
      practiceId={practiceId}
      found={found}
      first={first}
      titleOf={({ number }) => practiceWords('openedCollaboration', { number: String(number) })}
      empty={
        <EmptyState
          title={words('noneYetTitle')}
          action={start && <LinkButton to={start}>{practiceWords('startCollaboration')}</LinkButton>}
        >
          {words('noneYetText')}
        </EmptyState>
      }
    />
  );
}
