import { useCallback, useEffect, useState } from 'preact/hooks';
import { api } from '../../../api/api.ts';
import { poll } from '../../../api/poll.ts';
import type { SharedCollaboration } from '../../../api/types.ts';
import { describeFailure } from '../../../errors/describeFailure.ts';
import { base } from '../../../i18n/areas/base/base.ts';
import { shared } from '../../../i18n/areas/shared/shared.ts';
import { useWords } from '../../../i18n/WordsProvider.tsx';
import { paths } from '../../../navigation/paths.ts';
import { useSession } from '../../../session/Signed.tsx';
import { Banner } from '../../../ui/Banner/Banner.tsx';
import { Button } from '../../../ui/Button/Button.tsx';
import { BackIcon } from '../../../ui/Icon/MoveIcons.tsx';
import { PageHeading } from '../../../ui/PageHeading/PageHeading.tsx';
import { Skeleton } from '../../../ui/Skeleton/Skeleton.tsx';
import { SharedContent } from './SharedContent.tsx';

export const areas = [shared];

const every = 15_000;

/** One collaboration as the colleague sees it: the message waits until it is opened, which ends the time in which it can be edited. */
export function Part({ collaborationId }: { readonly collaborationId: string }) {
  const words = useWords(shared);
  const baseWords = useWords(base);
  const { lost } = useSession();
  const [seen, setSeen] = useState<SharedCollaboration | undefined>(undefined);
  const [failure, setFailure] = useState<unknown>(undefined);
  const show = useCallback((body: SharedCollaboration) => {
    setFailure(undefined);
    setSeen(body);
  }, []);
  useEffect(
    () =>
      poll<SharedCollaboration>({
        look: (options) =>
          api.get('/collaborations/{collaborationId}', { path: { collaborationId } }, { ...options, background: true }),
        onChange: show,
        onFailure: (error) => lost(error) || setFailure(error),
        every,
      }).stop,
    [collaborationId, show, lost],
  );
  return (
    <div class="stack">
      <p>
        <a class="row" href={paths.sharedList.to()}>
          <BackIcon size={16} />
          {words('back')}
        </a>
      </p>
      <PageHeading text={seen === undefined ? words('list') : words('numbered', { number: seen.number })} />
      {failure !== undefined && <Banner kind="error">{describeFailure(failure, baseWords)}</Banner>}
      {seen === undefined ? failure === undefined && <Skeleton lines={6} /> : <Shown seen={seen} onOpened={show} />}
    </div>
  );
}

interface ShownProps {
  readonly seen: SharedCollaboration;
  readonly onOpened: (opened: SharedCollaboration) => void;
}

function Shown({ seen, onOpened }: ShownProps) {
  const words = useWords(shared);
  const from = { name: seen.memberName, practice: seen.practiceName };
  if (seen.state === 'removed') {
    return (
      <Banner kind="info" title={words('removedText')}>
        {seen.reason !== undefined && words('removedReason', { reason: seen.reason })}
      </Banner>
    );
  }
  return (
    <>
      <p class="soft">{words('from', from)}</p>
      {seen.content === undefined ? (
        <Waiting seen={seen} onOpened={onOpened} />
      ) : (
        <SharedContent collaborationId={seen.collaborationId} content={seen.content} closed={seen.state === 'closed'} />
      )}
    </>
  );
}

function Waiting({ seen, onOpened }: ShownProps) {
  const words = useWords(shared);
  const baseWords = useWords(base);
  const { lost } = useSession();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(undefined);
  const open = async () => {
    setBusy(true);
    setFailure(undefined);
    try {
      const path = { collaborationId: seen.collaborationId };
      onOpened((await api.post('/collaborations/{collaborationId}/open', { path })).body);
    } catch (error) {
      if (!lost(error)) {
        setFailure(error);
      }
      setBusy(false);
    }
  };
  const from = { name: seen.memberName, practice: seen.practiceName };
  return (
    <section class="stack">
      <h2>{words('waitingTitle', from)}</h2>
      <p>{words('waitingText', from)}</p>
      {failure !== undefined && <Banner kind="error">{describeFailure(failure, baseWords)}</Banner>}
      <div class="row">
        <Button kind="primary" busy={busy} onClick={() => void open()}>
          {words('open')}
        </Button>
      </div>
    </section>
  );
}
