import './PracticeShell.css';
import type { ComponentChildren } from 'preact';
import { base } from '../../i18n/areas/base/base.ts';
import { useWords } from '../../i18n/WordsProvider.tsx';
import { BackIcon } from '../Icon/Icon.tsx';
import { Brand, ConnectionNotice, Main, SkipLink } from '../Shell/Shell.tsx';
import { type ShellLink, ShellNav } from '../ShellNav/ShellNav.tsx';

interface PracticeShellProps {
  readonly links?: readonly ShellLink[];
  /** Patient search and the account, at the right of the bar. */
  readonly tools?: ComponentChildren;
  /** The chosen patient. */
  readonly patientBar?: ComponentChildren;
  /** The list at the left, and its name. */
  readonly list?: { readonly name: string; readonly content: ComponentChildren };
  /** Where the list is when the screen holds only one of the two; set while a thing is open. */
  readonly backToList?: { readonly to: string; readonly text: string };
  /** The thing at the right. */
  readonly children: ComponentChildren;
}

/** The practice's pages: list left, thing right, patient bar on top, each scrolling by itself so that nothing jumps. */
export function PracticeShell({ links = [], tools, patientBar, list, backToList, children }: PracticeShellProps) {
  const words = useWords(base);
  return (
    <div class={`practice${backToList === undefined ? '' : ' practice--open'}`} data-density="dense">
      <SkipLink />
      <header class="practice-head">
        <Brand />
        {links.length > 0 && <ShellNav links={links} />}
        {tools !== undefined && <div class="practice-tools">{tools}</div>}
      </header>
      {patientBar !== undefined && (
        <section class="practice-patient" aria-label={words('chosenPatient')}>
          {patientBar}
        </section>
      )}
      <div class={list === undefined ? 'practice-body practice-body--single' : 'practice-body'}>
        {list && (
          <section class="practice-list" aria-label={list.name}>
            {list.content}
          </section>
        )}
        <Main name="practice-main">
          {backToList && (
            <a class="practice-back" href={backToList.to}>
              <BackIcon size={16} />
              {backToList.text}
            </a>
          )}
          <ConnectionNotice />
          {children}
        </Main>
      </div>
    </div>
  );
}

interface PatientBarProps {
  readonly name: string;
  /** Short facts such as birth date and code, each with its label. */
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly actions?: ComponentChildren;
}

export function PatientBar({ name, facts, actions }: PatientBarProps) {
  return (
    <div class="patient-bar">
      <strong class="patient-bar-name">{name}</strong>
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
