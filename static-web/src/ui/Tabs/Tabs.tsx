import './Tabs.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { Badge } from '../Badge/Badge.tsx';

export interface Tab<Id extends string> {
  readonly id: Id;
  readonly text: string;
  /** New things behind the tab, in a number and in words. */
  readonly count?: { readonly number: number; readonly said: string };
}

interface TabsProps<Id extends string> {
  readonly name: string;
  readonly tabs: readonly Tab<Id>[];
  readonly selected: Id;
  readonly onSelect: (id: Id) => void;
  /** The content of the selected tab. */
  readonly children: ComponentChildren;
}

const steps: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at + count - 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** One stop for the Tab key; arrows, Home and End choose. Left and right swap where the page is written from right to left. */
export function Tabs<Id extends string>({ name, tabs, selected, onSelect, children }: TabsProps<Id>) {
  const base = useId();
  const list = useRef<HTMLDivElement>(null);
  // Where they do not all fit, the chosen one is in sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another tab is another place
  useEffect(() => {
    const tab = list.current?.querySelector<HTMLElement>('[aria-selected=true]');
    if (list.current && tab) {
      list.current.scrollLeft =
        tab.offsetLeft - list.current.offsetLeft + tab.offsetWidth / 2 - list.current.clientWidth / 2;
    }
  }, [selected]);
  const idOf = (tab: string) => `${base}-${tab}`;
  const move = (event: KeyboardEvent, at: number) => {
    const next = tabs[steps[event.key]?.(at, tabs.length) ?? -1];
    if (next !== undefined) {
      event.preventDefault();
      onSelect(next.id);
      document.getElementById(idOf(next.id))?.focus();
    }
  };
  return (
    <div class="tabs">
      <div class="tabs-list" ref={list} role="tablist" aria-label={name}>
        {tabs.map((tab, index) => (
          <button
            key={tab.id}
            id={idOf(tab.id)}
            class="tab"
            type="button"
            role="tab"
            aria-selected={tab.id === selected}
            aria-controls={`${base}-panel`}
            tabIndex={tab.id === selected ? 0 : -1}
            onClick={() => onSelect(tab.id)}
            onKeyDown={(event) => move(event, index)}
          >
            {tab.text}
            {tab.count && tab.count.number > 0 && (
              <Badge tone="accent" said={tab.count.said}>
                {tab.count.number}
              </Badge>
            )}
          </button>
        ))}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a panel of text alone must be reachable, as the tabs pattern of ARIA asks */}
      <div class="tabs-panel" id={`${base}-panel`} role="tabpanel" aria-labelledby={idOf(selected)} tabIndex={0}>
        {children}
      </div>
    </div>
  );
}
