import './PracticeShell.css';
import type { ComponentChildren } from 'preact';
import { inside } from '../../i18n/areas/inside/inside.ts';
import { practice } from '../../i18n/areas/practice/practice.ts';
import { useWords } from '../../i18n/WordsProvider.tsx';
import { paths } from '../../navigation/paths.ts';
import { BackIcon } from '../Icon/MoveIcons.tsx';
import { PageHeading } from '../PageHeading/PageHeading.tsx';
import { Brand, ConnectionNotice, Main, SkipLink } from '../Shell/Shell.tsx';
import { type ShellLink, ShellNav } from '../ShellNav/ShellNav.tsx';

interface ShellList {
  /** Names the list, and the page while nothing is open. */
  readonly name: string;
  /** Filters and search, above the list. */
  readonly tools?: ComponentChildren;
  readonly content: ComponentChildren;
}

interface PracticeShellProps {
  readonly links?: readonly ShellLink[];
  /** Names what is open, beside the links, where people call it by its number. */
  readonly opened?: string;
  /** Patient search and the account, at the right of the bar. */
  readonly tools?: ComponentChildren;
  /** The chosen patient. */
  readonly patientBar?: ComponentChildren;
  /** At the left. Without one the thing has the whole width. */
  readonly list?: ShellList;
  /** Set while a thing is open: where the list is on a screen that holds only one of the two. */
  readonly backToList?: { readonly to: string; readonly text: string };
  /** The thing at the right, with its own heading; beside a list from which nothing is open, a sentence that says what to do. */
  readonly children: ComponentChildren;
}

/** The practice's pages: list left, thing right, patient bar on top, each scrolling by itself so that nothing jumps. */
export function PracticeShell({
  links = [],
  opened,
  tools,
  patientBar,
  list,
  backToList,
  children,
}: PracticeShellProps) {
  const words = useWords(practice);
  const insideWords = useWords(inside);
  const open = backToList !== undefined || list === undefined;
  return (
    <div class={open ? 'practice practice--open' : 'practice'} data-density="dense">
      <SkipLink />
      <header class="practice-head">
        {/* Without links nothing of the practice is anybody's here, and it would lead back to itself. */}
        {links.length > 0 ? <Brand to={paths.practice.to()} name={insideWords('startPage')} /> : <Brand />}
        {links.length > 0 && <ShellNav links={links} />}
        {opened !== undefined && <strong class="practice-opened">{opened}</strong>}
        {tools !== undefined && <div class="practice-tools">{tools}</div>}
      </header>
      {patientBar !== undefined && (
        <section class="practice-patient" aria-label={words('chosenPatient')}>
          {patientBar}
        </section>
      )}
      <Main name={list === undefined ? 'practice-body practice-body--single' : 'practice-body'}>
        {list && (
          <section class="practice-list" aria-label={list.name}>
            <header class="practice-list-head">
              {open ? <h2>{list.name}</h2> : <PageHeading text={list.name} />}
              {list.tools}
            </header>
            {list.content}
          </section>
        )}
        <div class="practice-thing">
          {backToList && (
            <a class="practice-back" href={backToList.to}>
              <BackIcon size={16} />
              {backToList.text}
            </a>
          )}
          <ConnectionNotice />
          {children}
        </div>
      </Main>
    </div>
  );
}

interface PatientBarProps {
  readonly name: string;
  /** Where all about the patient is. */
  readonly to?: string;
  /** Short facts such as birth date and code, each with its label. */
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly actions?: ComponentChildren;
}

export function PatientBar({ name, to, facts, actions }: PatientBarProps) {
  return (
    <div class="patient-bar">
      <strong class="patient-bar-name">
        <bdi>{to === undefined ? name : <a href={to}>{name}</a>}</bdi>
      </strong>
      <dl class="patient-bar-facts">
        {facts.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {actions !== undefined && <div class="patient-bar-actions">{actions}</div>}
    </div>
  );
}
