import './List.css';
import type { ComponentChildren } from 'preact';
import { inside } from '../../i18n/areas/inside/inside.ts';
import { useWords } from '../../i18n/WordsProvider.tsx';
import { Button } from '../Button/Button.tsx';
import { PaperclipIcon } from '../Icon/TalkIcons.tsx';

export interface ListEntry {
  readonly id: string;
  readonly to: string;
  /** Who or what, in a few words. */
  readonly title: string;
  /** When, already written as the locale writes it, and for the machine. */
  readonly at?: { readonly text: string; readonly iso: string };
  /** One line about it. */
  readonly detail?: string;
  readonly unread?: boolean;
  readonly withFile?: boolean;
  readonly selected?: boolean;
  readonly badge?: ComponentChildren;
}

interface ListProps {
  readonly name: string;
  readonly entries: readonly ListEntry[];
  /** Shown in place of an empty list: an {@link EmptyState} that says what to do. */
  readonly empty: ComponentChildren;
  /** Shows further ones; undefined where there are none. */
  readonly more?: (() => void) | undefined;
}

/** A list of links to things, in their order. Arrow keys, Home and End move between them. */
export function List({ name, entries, empty, more }: ListProps) {
  const words = useWords(inside);
  return (
    <>
      {entries.length > 0 ? (
        <ul class="list" aria-label={name} onKeyDown={(event) => moveFocus(event, event.currentTarget)}>
          {entries.map((entry) => (
            <li key={entry.id}>
              <Entry {...entry} />
            </li>
          ))}
        </ul>
      ) : (
        // Nothing among the newest is not nothing: there are older ones that nobody has looked through.
        <div class="list-empty">{more === undefined ? empty : <p class="soft">{words('noneSoFar')}</p>}</div>
      )}
      {more !== undefined && (
        <div class="row">
          <Button kind="quiet" onClick={more}>
            {words('more')}
          </Button>
        </div>
      )}
    </>
  );
}

function Entry({ to, title, at, detail, unread = false, withFile = false, selected = false, badge }: ListEntry) {
  const words = useWords(inside);
  return (
    <a
      class={unread ? 'list-entry list-entry--unread' : 'list-entry'}
      href={to}
      aria-current={selected ? 'page' : undefined}
    >
      <span class="list-dot" aria-hidden="true" />
      <span class="list-title">
        {unread && <span class="said">{words('unread')} </span>}
        {title}
      </span>
      {at && (
        <time class="list-at" dateTime={at.iso}>
          {at.text}
        </time>
      )}
      {detail !== undefined && <span class="list-detail">{detail}</span>}
      {(withFile || badge !== undefined) && (
        <span class="list-marks">
          {withFile && (
            <>
              <PaperclipIcon size={16} />
              <span class="said">{words('withFile')}</span>
            </>
          )}
          {badge}
        </span>
      )}
    </a>
  );
}

function moveFocus(event: KeyboardEvent, list: HTMLElement): void {
  const links = [...list.querySelectorAll<HTMLAnchorElement>('a.list-entry')];
  const at = links.findIndex((link) => link.matches(':focus'));
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 }[event.key];
  const link = next === undefined ? undefined : links[next];
  if (at >= 0 && link !== undefined) {
    event.preventDefault();
    link.focus();
  }
}
