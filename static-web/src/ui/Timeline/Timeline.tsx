import './Timeline.css';
import type { ComponentChildren } from 'preact';
import { practice } from '../../i18n/areas/practice/practice.ts';
import { formatDate } from '../../i18n/format.ts';
import { useLanguage, useWords } from '../../i18n/WordsProvider.tsx';
import { CloseIcon } from '../Icon/MoveIcons.tsx';
import { CheckIcon, ClockIcon } from '../Icon/StatusIcons.tsx';

export type TimelineState = 'done' | 'now' | 'waiting' | 'failed';

export interface TimelineEvent {
  readonly id: string;
  readonly text: string;
  readonly state: TimelineState;
  readonly at?: Date;
  /** Why, and what can be done. */
  readonly detail?: ComponentChildren;
}

const icons = { done: CheckIcon, now: ClockIcon, waiting: undefined, failed: CloseIcon } as const;

/** What happened and what comes next, oldest first. */
export function Timeline({
  events,
  timeZone,
}: {
  readonly events: readonly TimelineEvent[];
  readonly timeZone?: string;
}) {
  const words = useWords(practice);
  const { locale } = useLanguage();
  const place = timeZone === undefined ? { locale } : { locale, timeZone };
  return (
    <ol class="timeline">
      {events.map(({ id, text, state, at, detail }) => {
        const StateIcon = icons[state];
        return (
          <li
            key={id}
            class={`timeline-event timeline-event--${state}`}
            aria-current={state === 'now' ? 'step' : undefined}
          >
            <span class="timeline-mark" aria-hidden="true">
              {StateIcon && <StateIcon size={14} />}
            </span>
            <div>
              <span class="timeline-text">
                <span class="said">{words(`step.${state}`)} </span>
                {text}
              </span>
              {at && (
                <time class="timeline-at" dateTime={at.toISOString()}>
                  {formatDate(place, at, 'moment')}
                </time>
              )}
              {detail !== undefined && <div class="timeline-detail">{detail}</div>}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
