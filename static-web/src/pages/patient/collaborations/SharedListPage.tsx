import { useEffect, useState } from 'preact/hooks';
import { api } from '../../../api/api.ts';
import { poll } from '../../../api/poll.ts';
import type { SharedCollaborationList } from '../../../api/types.ts';
import { describeFailure } from '../../../errors/describeFailure.ts';
import { base } from '../../../i18n/areas/base/base.ts';
import { shared } from '../../../i18n/areas/shared/shared.ts';
import { formatRecent } from '../../../i18n/format.ts';
import { useLanguage, useWords } from '../../../i18n/WordsProvider.tsx';
import { paths } from '../../../navigation/paths.ts';
import { useSession } from '../../../session/Signed.tsx';
import { Badge } from '../../../ui/Badge/Badge.tsx';
import { Banner } from '../../../ui/Banner/Banner.tsx';
import { Button } from '../../../ui/Button/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState/EmptyState.tsx';
import { List } from '../../../ui/List/List.tsx';
import { PageHeading } from '../../../ui/PageHeading/PageHeading.tsx';
import { Skeleton } from '../../../ui/Skeleton/Skeleton.tsx';

export const areas = [shared];

const every = 15_000;

/** What practices have shared with this colleague, newest first. */
export function Part() {
  const words = useWords(shared);
  const baseWords = useWords(base);
  const { locale } = useLanguage();
  const { session, lost } = useSession();
  const [list, setList] = useState<SharedCollaborationList | undefined>(undefined);
  const [earlier, setEarlier] = useState<SharedCollaborationList | undefined>(undefined);
  const [failure, setFailure] = useState<unknown>(undefined);
  useEffect(
    () =>
      poll<SharedCollaborationList>({
        look: (options) => api.get('/collaborations', {}, { ...options, background: true }),
        onChange: (body) => {
          setFailure(undefined);
          setList(body);
        },
        onFailure: (error) => lost(error) || setFailure(error),
        every,
      }).stop,
    [lost],
  );
  const cursor = earlier === undefined ? list?.cursor : earlier.cursor;
  const more = async () => {
    try {
      const { body } = await api.get('/collaborations', { query: { cursor: cursor ?? '' } });
      setEarlier({ ...body, collaborations: [...(earlier?.collaborations ?? []), ...body.collaborations] });
    } catch (error) {
      if (!lost(error)) {
        setFailure(error);
      }
    }
  };
  // The newest page is looked at again and again; what has moved up into it is not shown twice.
  const shown = new Map(
    [...(earlier?.collaborations ?? []), ...(list?.collaborations ?? [])].map((item) => [item.collaborationId, item]),
  );
  const entries = [...shown.values()]
    .sort((one, other) => other.lastAt.localeCompare(one.lastAt))
    .map((item) => ({
      id: item.collaborationId,
      to: paths.shared.to({ collaborationId: item.collaborationId }),
      title: words('numbered', { number: item.number }),
      detail: words('listOf', { name: item.memberName, practice: item.practiceName }),
      at: {
        text: formatRecent({ locale, timeZone: session.timeZone }, new Date(item.lastAt), new Date()),
        iso: item.lastAt,
      },
      unread: item.state === 'waiting' || item.unread > 0,
      ...(item.state === 'open'
        ? {}
        : { badge: <Badge tone={item.state === 'waiting' ? 'accent' : 'neutral'}>{words(item.state)}</Badge> }),
    }));
  return (
    <div class="stack">
      <PageHeading text={words('list')} />
      {failure !== undefined && <Banner kind="warning">{describeFailure(failure, baseWords)}</Banner>}
      {list === undefined ? (
        failure === undefined && <Skeleton lines={4} />
      ) : (
        <List
          name={words('list')}
          entries={entries}
          empty={<EmptyState title={words('emptyTitle')}>{words('emptyText')}</EmptyState>}
        />
      )}
      {cursor !== undefined && (
        <div class="row">
          <Button onClick={() => void more()}>{words('more')}</Button>
        </div>
      )}
    </div>
  );
}
