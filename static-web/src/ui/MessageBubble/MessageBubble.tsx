import './MessageBubble.css';
import type { ComponentChildren } from 'preact';
import { talk } from '../../i18n/areas/talk/talk.ts';
import { formatDate } from '../../i18n/format.ts';
import { useLanguage, useWords } from '../../i18n/WordsProvider.tsx';
import { CheckIcon, ClockIcon, ErrorIcon } from '../Icon/StatusIcons.tsx';

export type MessageState = 'sending' | 'sent' | 'delivered' | 'read' | 'failed';

interface MessageBubbleProps {
  readonly mine: boolean;
  readonly sender: string;
  readonly at: Date;
  readonly timeZone?: string;
  readonly text: string;
  /** How far one's own message has come; others' messages have none. */
  readonly state?: MessageState;
  readonly corrected?: boolean;
  /** Only the fact is left of it. */
  readonly withdrawn?: boolean;
  /** Files, below the text. */
  readonly files?: ComponentChildren;
  /** Sends a failed message again. */
  readonly onRetry?: () => void;
  /** Correct, withdraw, share. */
  readonly actions?: ComponentChildren;
}

export function MessageBubble(props: MessageBubbleProps) {
  const {
    mine,
    sender,
    at,
    timeZone,
    text,
    state,
    corrected = false,
    withdrawn = false,
    files,
    onRetry,
    actions,
  } = props;
  const words = useWords(talk);
  const { locale } = useLanguage();
  const place = timeZone === undefined ? { locale } : { locale, timeZone };
  return (
    <article class={`message message--${mine ? 'mine' : 'theirs'}${state === 'failed' ? ' message--failed' : ''}`}>
      <header class="message-head">
        <strong>{mine ? words('you') : sender}</strong>
        <time dateTime={at.toISOString()}>{formatDate(place, at, 'moment')}</time>
      </header>
      <div class="message-body">
        {withdrawn ? (
          <p class="soft">{words('withdrawn')}</p>
        ) : (
          <p class="message-text" dir="auto">
            {text}
          </p>
        )}
        {!withdrawn && files}
      </div>
      {(state !== undefined || corrected || actions !== undefined) && (
        <footer class="message-foot">
          {corrected && !withdrawn && <span>{words('corrected')}</span>}
          {state && <Delivery state={state} />}
          {state === 'failed' && onRetry && (
            <button type="button" class="message-retry" onClick={onRetry}>
              {words('sendAgain')}
            </button>
          )}
          {actions}
        </footer>
      )}
    </article>
  );
}

function Delivery({ state }: { readonly state: MessageState }) {
  const words = useWords(talk);
  const DeliveryIcon = state === 'sending' ? ClockIcon : state === 'failed' ? ErrorIcon : CheckIcon;
  return (
    <span class={`delivery delivery--${state}`}>
      <DeliveryIcon size={14} />
      {words(`message.${state}`)}
    </span>
  );
}
