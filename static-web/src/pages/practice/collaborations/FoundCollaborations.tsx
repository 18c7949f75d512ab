import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { CollaborationSummary } from '../../../api/types.ts';
import { describeFailure } from '../../../errors/describeFailure.ts';
import { base } from '../../../i18n/areas/base/base.ts';
import { collaborations } from '../../../i18n/areas/collaborations/collaborations.ts';
import { formatRecent } from '../../../i18n/format.ts';
import { useLanguage, useWords } from '../../../i18n/WordsProvider.tsx';
import { paths } from '../../../navigation/paths.ts';
import { useSession } from '../../../session/Signed.tsx';
import { Badge } from '../../../ui/Badge/Badge.tsx';
import { Banner } from '../../../ui/Banner/Banner.tsx';
import { Button } from '../../../ui/Button/Button.tsx';
import { List } from '../../../ui/List/List.tsx';
import { Skeleton } from '../../../ui/Skeleton/Skeleton.tsx';
import type { useCollaborations } from './useCollaborations.ts';

interface FoundCollaborationsProps {
  readonly practiceId: string;
  readonly found: ReturnType<typeof useCollaborations>;
  readonly titleOf: (one: CollaborationSummary) => string;
  readonly selected?: string | undefined;
  /** How many are shown before one asks for more, where something else follows below. */
  readonly first?: number | undefined;
  /** Shown where there is none: an EmptyState that says what to do. */
  readonly empty: ComponentChildren;
}

/** Collaborations in a list: number, collaborators, state, time and whether something is new, as far as they have been read. */
export function FoundCollaborations(props: FoundCollaborationsProps) {
  const { practiceId, found, titleOf, selected, first = Number.POSITIVE_INFINITY, empty } = props;
  const words = useWords(collaborations);
  const baseWords = useWords(base);
  const { locale } = useLanguage();
  const { session } = useSession();
  const [unfolded, setUnfolded] = useState(false);
  const { list, failure, look, more } = found;
  const shown = unfolded ? list : list?.slice(0, first);
  const goOn = shown !== undefined && shown.length < (list?.length ?? 0) ? () => setUnfolded(true) : more;
  return (
    <>
      {failure !== undefined && (
        <Banner kind="error" action={<Button onClick={look}>{baseWords('tryAgain')}</Button>}>
          {describeFailure(failure, baseWords)}
        </Banner>
      )}
      {shown === undefined && failure === undefined && <Skeleton lines={first < 10 ? 2 : 6} />}
      {shown !== undefined && (
        <List
          name={words('collaborations')}
          entries={shown.map((one) => ({
            id: one.collaborationId,
            to: paths.collaboration.to({ practiceId, collaborationId: one.collaborationId }),
            title: titleOf(one),
            detail: one.collaborators.join(', '),
            at: {
              text: formatRecent({ locale, timeZone: session.timeZone }, new Date(one.lastAt), new Date()),
              iso: one.lastAt,
            },
            unread: one.unread > 0,
            selected: one.collaborationId === selected,
            badge: <Badge tone={one.state === 'answered' ? 'accent' : 'neutral'}>{words(`state.${one.state}`)}</Badge>,
          }))}
          empty={empty}
          more={goOn}
        />
      )}
    </>
  );
}
