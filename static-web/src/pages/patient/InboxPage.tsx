import { useEffect, useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import { poll } from '../../api/poll.ts';
import type { components } from '../../api/schema.ts';
import { describeFailure } from '../../errors/describeFailure.ts';
import { base } from '../../i18n/areas/base/base.ts';
import { patient } from '../../i18n/areas/patient/patient.ts';
import { formatRecent } from '../../i18n/format.ts';
import { useLanguage, useWords } from '../../i18n/WordsProvider.tsx';
import { paths } from '../../navigation/paths.ts';
import { useSession } from '../../session/Signed.tsx';
import { Banner } from '../../ui/Banner/Banner.tsx';
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx';
import { List } from '../../ui/List/List.tsx';
import { PageHeading } from '../../ui/PageHeading/PageHeading.tsx';
import { SearchField } from '../../ui/SearchField/SearchField.tsx';
import { Skeleton } from '../../ui/Skeleton/Skeleton.tsx';

type Inbox = components['schemas']['Inbox'];

const every = 15_000;

/** The threads of all practices, newest first. */
export function InboxPage() {
  const words = useWords(patient);
  const baseWords = useWords(base);
  const { locale } = useLanguage();
  const { session, lost } = useSession();
  const [query, setQuery] = useState('');
  const [inbox, setInbox] = useState<Inbox | undefined>(undefined);
  const [failure, setFailure] = useState<unknown>(undefined);
  useEffect(
    () =>
      poll<Inbox>({
        look: (options) =>
          api.get('/inbox', query === '' ? {} : { query: { q: query } }, { ...options, background: true }),
        onChange: (body) => {
          setFailure(undefined);
          setInbox(body);
        },
        onFailure: (error) => lost(error) || setFailure(error),
        every,
      }).stop,
    [query, lost],
  );
  const entries = inbox?.items.map((item) => {
    const at = new Date(item.lastAt);
    return {
      id: item.threadId,
      to: paths.thread.to({ threadId: item.threadId }),
      title: words('threadWith', { name: item.memberName, practice: item.practiceName }),
      detail: item.firstLine,
      at: { text: formatRecent({ locale, timeZone: session.timeZone }, at, new Date()), iso: item.lastAt },
      unread: item.unread > 0,
      withFile: item.hasFiles,
    };
  });
  return (
    <div class="stack">
      <PageHeading text={words('inbox')} />
      <SearchField label={words('search')} value={query} onInput={setQuery} />
      {failure !== undefined && <Banner kind="warning">{describeFailure(failure, baseWords)}</Banner>}
      {entries === undefined ? (
        <Skeleton lines={4} />
      ) : (
        <List
          name={words('inbox')}
          entries={entries}
          empty={
            query === '' ? (
              <EmptyState title={words('emptyTitle')}>{words('emptyText')}</EmptyState>
            ) : (
              <EmptyState title={words('nothingFound')}>{words('nothingFoundText')}</EmptyState>
            )
          }
        />
      )}
    </div>
  );
}
