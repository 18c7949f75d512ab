import './talk.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { api } from '../api/api.ts';
import { Failure } from '../api/failure.ts';
import type { Message, StoredFile, Thread } from '../api/types.ts';
import { describeFailure } from '../errors/describeFailure.ts';
import { base } from '../i18n/areas/base/base.ts';
import { talk } from '../i18n/areas/talk/talk.ts';
import { useWords } from '../i18n/WordsProvider.tsx';
import { later } from '../later/later.tsx';
import { useSession } from '../session/Signed.tsx';
import { Banner } from '../ui/Banner/Banner.tsx';
import { Button } from '../ui/Button/Button.tsx';
import { Composer } from '../ui/Composer/Composer.tsx';
import { MessageBubble } from '../ui/MessageBubble/MessageBubble.tsx';
import { Skeleton } from '../ui/Skeleton/Skeleton.tsx';
import { useToast } from '../ui/Toast/Toast.tsx';
import { useViewer } from '../viewer/useViewer.tsx';
import { SentMessage } from './SentMessage.tsx';
import { UploadTiles } from './UploadTiles.tsx';
import { useFileReasons } from './useFileReasons.ts';
import { useOutgoing } from './useOutgoing.ts';
import { useThread } from './useThread.ts';
import { useUploads } from './useUploads.ts';

interface TalkPanelProps {
  readonly threadId: string;
  /** Names the field, from the thread. */
  readonly label: (thread: Thread) => string;
  readonly sendText?: string;
  /** Names the conversation, where its subject alone, such as a number, does not. */
  readonly name?: string;
  /** Said where nothing more can be written. */
  readonly closedText?: string;
  /** Told when the thread is there, and when its names change. */
  readonly onThread?: (thread: Thread) => void;
  /** Beside a file: Share File. */
  readonly fileActions?: (file: StoredFile, look: () => void) => ComponentChildren;
}

const CorrectDialog = later(() => import('./CorrectDialog.tsx'));

/** A conversation: what was said, as it comes, and the field to answer. A message shows at once, marked until the service has it. */
export function TalkPanel({ threadId, label, sendText, name, closedText, onThread, fileActions }: TalkPanelProps) {
  const words = useWords(talk);
  const baseWords = useWords(base);
  const toast = useToast();
  const { session, lost } = useSession();
  const { thread, failure, look, earlier } = useThread(threadId, lost);
  const outgoing = useOutgoing(threadId, look, lost);
  const [correcting, setCorrecting] = useState<Message | undefined>(undefined);
  const reasonOf = useFileReasons();
  const { view, viewer } = useViewer(
    useMemo(() => thread?.messages.flatMap((message) => message.files) ?? [], [thread]),
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: told of the names alone, not of each message
  useEffect(() => {
    if (thread !== undefined) {
      onThread?.(thread);
    }
  }, [thread?.subject, thread?.practiceName]);
  const path = { threadId };
  const uploads = useUploads(
    async (file) => (await api.post('/threads/{threadId}/files', { path, body: file })).body,
    reasonOf,
  );
  const send = (text: string) => {
    outgoing.send(text, uploads.ready);
    uploads.clear();
  };
  const withdraw = async (message: Message) => {
    try {
      await api.delete('/threads/{threadId}/messages/{messageId}', { path: { ...path, messageId: message.messageId } });
      toast({ text: words('withdrawDone') });
    } catch (error) {
      if (!lost(error)) {
        toast({ text: readMeanwhile(error) ? words('alreadyRead') : describeFailure(error, baseWords).join(' ') });
      }
    }
    look();
  };
  if (thread === undefined) {
    return failure === undefined ? (
      <Skeleton lines={6} />
    ) : (
      <Banner kind="error" action={<Button onClick={look}>{baseWords('tryAgain')}</Button>}>
        {describeFailure(failure, baseWords)}
      </Banner>
    );
  }
  return (
    <div class="talk">
      {thread.more && (
        <div class="row">
          <Button kind="quiet" onClick={() => void earlier().catch(lost)}>
            {words('earlier')}
          </Button>
        </div>
      )}
      <div class="talk-messages" role="log" aria-label={name ?? thread.subject}>
        {thread.messages.length + outgoing.messages.length === 0 && <p class="soft">{words('noMessages')}</p>}
        {thread.messages.map((message) => (
          <SentMessage
            key={message.messageId}
            message={message}
            timeZone={session.timeZone}
            onCorrect={() => setCorrecting(message)}
            onWithdraw={() => void withdraw(message)}
            onView={view}
            {...(fileActions && { fileActions: (file: StoredFile) => fileActions(file, look) })}
          />
        ))}
        {outgoing.messages.map((message) => (
          <MessageBubble
            key={message.key}
            mine
            sender={session.name}
            at={new Date(message.at)}
            timeZone={session.timeZone}
            text={message.text}
            state={message.failed ? 'failed' : 'sending'}
            onRetry={() => outgoing.again(message)}
          />
        ))}
      </div>
      {failure !== undefined && <Banner kind="warning">{describeFailure(failure, baseWords)}</Banner>}
      {thread.closed ? (
        <Banner kind="info">{closedText ?? words('threadClosed')}</Banner>
      ) : (
        <Composer
          label={label(thread)}
          threadId={threadId}
          onSend={send}
          onAttach={uploads.add}
          files={uploads.files.length > 0 ? <UploadTiles uploads={uploads} /> : undefined}
          hasFiles={uploads.ready.length > 0}
          {...(uploads.ready.length < uploads.files.length && { wait: words('waitForFiles') })}
          {...(sendText === undefined ? {} : { sendText })}
        />
      )}
      {viewer}
      {correcting && (
        <CorrectDialog
          threadId={threadId}
          message={correcting}
          onClose={() => {
            setCorrecting(undefined);
            look();
          }}
        />
      )}
    </div>
  );
}

function readMeanwhile(error: unknown): boolean {
  return error instanceof Failure && error.problem?.code === 'already-read';
}
