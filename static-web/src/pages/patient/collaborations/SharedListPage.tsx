import { api } from '../../../api/api.ts';
import type { CallOptions } from '../../../api/client.ts';
import type { SharedCollaborationList } from '../../../api/types.ts';
import { describeFailure } from '../../../errors/describeFailure.ts';
import { base } from '../../../i18n/areas/base/base.ts';
import { shared } from '../../../i18n/areas/shared/shared.ts';
import { formatRecent } from '../../../i18n/format.ts';
import { useLanguage, useWords } from '../../../i18n/WordsProvider.tsx';
import { paths } from '../../../navigation/paths.ts';
import { type PageParts, usePages } from '../../../paging/usePages.ts';
import { useSession } from '../../../session/Signed.tsx';
import { Badge } from '../../../ui/Badge/Badge.tsx';
import { Banner } from '../../../ui/Banner/Banner.tsx';
import { EmptyState } from '../../../ui/EmptyState/EmptyState.tsx';
import { List } from '../../../ui/List/List.tsx';
import { PageHeading } from '../../../ui/PageHeading/PageHeading.tsx';
import { Skeleton } from '../../../ui/Skeleton/Skeleton.tsx';

export const areas = [shared];

const pages: PageParts<SharedCollaborationList> = {
  join: (read, page) => ({ ...page, collaborations: [...read.collaborations, ...page.collaborations] }),
  size: ({ collaborations }) => collaborations.length,
};

const ask = (cursor: string | undefined, options: CallOptions) =>
  api.get('/collaborations', cursor === undefined ? {} : { query: { cursor } }, options);

/** What practices have shared with this colleague, newest first. */
export function Part() {
  const words = useWords(shared);
  const baseWords = useWords(base);
  const { locale } = useLanguage();
  const { session } = useSession();
  const { read, failure, more } = usePages(ask, pages);
  const entries = read?.collaborations.map((item) => ({
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
      {entries === undefined ? (
        failure === undefined && <Skeleton lines={4} />
      ) : (
        <List
          name={words('list')}
          entries={entries}
          empty={<EmptyState title={words('emptyTitle')}>{words('emptyText')}</EmptyState>}
          more={more}
        />
      )}
    </div>
  );
}
