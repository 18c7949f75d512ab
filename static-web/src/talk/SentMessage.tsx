import type { ComponentChildren } from 'preact';
import type { Message, StoredFile } from '../api/types.ts';
import { talk } from '../i18n/areas/talk/talk.ts';
import { useWords } from '../i18n/WordsProvider.tsx';
import { Button } from '../ui/Button/Button.tsx';
import { MessageBubble } from '../ui/MessageBubble/MessageBubble.tsx';
import { SentFile } from './SentFile.tsx';

interface SentMessageProps {
  readonly message: Message;
  readonly timeZone: string;
  readonly onCorrect: () => void;
  readonly onWithdraw: () => void;
  readonly onView: (file: StoredFile) => void;
  readonly fileActions?: (file: StoredFile) => ComponentChildren;
}

/** One message of a thread, with its files, who has read it, and what its sender may still do. */
export function SentMessage({ message, timeZone, onCorrect, onWithdraw, onView, fileActions }: SentMessageProps) {
  const words = useWords(talk);
  const { author, readBy, files } = message;
  const state = readBy.length > 0 ? 'read' : message.delivered ? 'delivered' : 'sent';
  const readers = readBy.map((receipt) => receipt.name).join(', ');
  return (
    <MessageBubble
      mine={author.mine}
      sender={author.name}
      at={new Date(message.at)}
      timeZone={timeZone}
      text={message.text}
      corrected={message.state === 'corrected'}
      withdrawn={message.state === 'withdrawn'}
      {...(author.mine && message.state !== 'withdrawn' ? { state } : {})}
      files={
        files.length > 0
          ? files.map((file) => (
              <SentFile key={file.fileId} file={file} onView={onView} actions={fileActions?.(file)} />
            ))
          : undefined
      }
      actions={
        author.mine && (readers !== '' || message.canChange) ? (
          <>
            {readers !== '' && <span>{words('readBy', { names: readers })}</span>}
            {message.canChange && (
              <>
                <Button kind="quiet" onClick={onCorrect}>
                  {words('correct')}
                </Button>
                <Button kind="quiet" onClick={onWithdraw}>
                  {words('withdraw')}
                </Button>
              </>
            )}
          </>
        ) : undefined
      }
    />
  );
}
