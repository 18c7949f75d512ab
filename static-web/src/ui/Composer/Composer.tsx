import './Composer.css';
import type { ComponentChildren } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { useDraft } from '../../drafts/useDraft.ts';
import { talk } from '../../i18n/areas/talk/talk.ts';
import { useWords } from '../../i18n/WordsProvider.tsx';
import { Button } from '../Button/Button.tsx';
import { PaperclipIcon, SendIcon } from '../Icon/TalkIcons.tsx';

interface ComposerProps {
  /** Names the field, such as "Your message to Dr. Chen". */
  readonly label: string;
  /** Keeps the draft apart from others'. */
  readonly threadId: string;
  /** Takes the message over at once; the draft is then dropped. Spaces around the text are taken off. */
  readonly onSend: (text: string) => void;
  /** Without it there is nothing to attach here. */
  readonly onAttach?: (files: readonly File[]) => void;
  /** The files chosen so far, as {@link FileTile}s. */
  readonly files?: ComponentChildren;
  /** Files alone may be sent without words. */
  readonly hasFiles?: boolean;
  /** Why it cannot be sent yet, where it cannot: said when somebody tries, and nothing is sent or lost. */
  readonly wait?: string;
  /** What the button says, where "Send" is not the word. */
  readonly sendText?: string;
}

/** Enter starts a new line; the button or Ctrl+Enter (on a Mac also Command+Enter) sends. What is typed survives a reload. */
export function Composer(props: ComposerProps) {
  // Another thread is another form: what was typed for one person can never be sent to the next.
  return <ComposerForm key={props.threadId} {...props} />;
}

function ComposerForm(props: ComposerProps) {
  const { label, threadId, onSend, onAttach, files, hasFiles = false, wait, sendText } = props;
  const words = useWords(talk);
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const { text, write, drop } = useDraft('reply', threadId);
  const [tried, setTried] = useState(false);
  const send = () => {
    setTried(true);
    if (wait !== undefined) {
      return;
    }
    const message = text.trim();
    if (message === '' && !hasFiles) {
      field.current?.focus();
      return;
    }
    onSend(message);
    setTried(false);
    drop();
    field.current?.focus();
  };
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <label class="composer-label" for={id}>
        {label}
      </label>
      <textarea
        ref={field}
        id={id}
        class="composer-text"
        rows={3}
        dir="auto"
        autocomplete="off"
        value={text}
        aria-describedby={`${id}-keys`}
        onInput={(event) => write(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.isComposing) {
            event.preventDefault();
            send();
          }
        }}
      />
      {files !== undefined && <div class="composer-files">{files}</div>}
      <p class="composer-wait" role="status">
        {tried ? wait : undefined}
      </p>
      <div class="composer-bar">
        {onAttach && (
          <>
            <input
              ref={chooser}
              class="composer-chooser"
              type="file"
              multiple
              tabIndex={-1}
              aria-hidden="true"
              onChange={(event) => {
                onAttach([...(event.currentTarget.files ?? [])]);
                // Emptied, so that choosing the same file once more is a change again.
                event.currentTarget.value = '';
              }}
            />
            <Button kind="quiet" icon={<PaperclipIcon />} onClick={() => chooser.current?.click()}>
              {words('attach')}
            </Button>
          </>
        )}
        <span class="composer-keys" id={`${id}-keys`}>
          {words('composerKeys')}
        </span>
        <Button kind="primary" type="submit" icon={<SendIcon />}>
          {sendText ?? words('send')}
        </Button>
      </div>
    </form>
  );
}
