import './patients.css';
import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { records } from '../../../i18n/areas/records/records.ts';
import { useWords } from '../../../i18n/WordsProvider.tsx';
import { Button } from '../../../ui/Button/Button.tsx';
import { Skeleton } from '../../../ui/Skeleton/Skeleton.tsx';

interface SectionProps {
  readonly title: string;
  /** What stands beside the title: how many there are. */
  readonly note?: string;
  readonly children: ComponentChildren;
}

/** One part of what is known of a patient. */
export function Section({ title, note, children }: SectionProps) {
  const heading = useId();
  return (
    <section class="section" aria-labelledby={heading}>
      <header class="section-head">
        <h2 id={heading}>{title}</h2>
        {note !== undefined && <span class="soft small">{note}</span>}
      </header>
      {children}
    </section>
  );
}

/** How many are shown before one asks for the rest. */
const firstFew = 6;

interface ListSectionProps<Entry> {
  readonly title: string;
  readonly entries: readonly Entry[];
  /** False while some may still be on their way. */
  readonly whole: boolean;
  /** Said where the section is whole and empty. */
  readonly none: string;
  readonly keyOf: (entry: Entry) => string;
  readonly draw: (entry: Entry) => ComponentChildren;
}

/** A part that is a list, folded after the first few so that the next part is in sight. */
export function ListSection<Entry>(props: ListSectionProps<Entry>) {
  const { title, entries, whole, none, keyOf, draw } = props;
  const words = useWords(records);
  const [all, setAll] = useState(false);
  const shown = all ? entries : entries.slice(0, firstFew);
  const rest = entries.length - shown.length;
  return (
    <Section title={title} {...(entries.length > 0 && { note: words('count', { count: entries.length }) })}>
      {entries.length > 0 && (
        <ul class="section-list">
          {shown.map((entry) => (
            <li key={keyOf(entry)}>{draw(entry)}</li>
          ))}
        </ul>
      )}
      {entries.length === 0 && whole && <p class="soft">{none}</p>}
      {!whole && <Skeleton lines={entries.length === 0 ? 2 : 1} />}
      {rest > 0 && (
        <div class="row">
          <Button kind="quiet" name={words('showAllOf', { section: title, count: rest })} onClick={() => setAll(true)}>
            {words('showAll', { count: rest })}
          </Button>
        </div>
      )}
    </Section>
  );
}
