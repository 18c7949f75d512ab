import './PatientShell.css';
import type { ComponentChildren } from 'preact';
import { inside } from '../../i18n/areas/inside/inside.ts';
import { useWords } from '../../i18n/WordsProvider.tsx';
import { paths } from '../../navigation/paths.ts';
import { LanguageSwitch } from '../LanguageSwitch/LanguageSwitch.tsx';
import { Brand, ConnectionNotice, Main, SkipLink } from '../Shell/Shell.tsx';
import { type ShellLink, ShellNav } from '../ShellNav/ShellNav.tsx';

interface PatientShellProps {
  readonly links?: readonly ShellLink[];
  /** Who is signed in and how to sign out. */
  readonly account?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** The patient's pages: a phone first, one column, the links within a thumb's reach. */
export function PatientShell({ links = [], account, children }: PatientShellProps) {
  const words = useWords(inside);
  return (
    <div class="patient">
      <SkipLink />
      <header class="patient-head">
        <Brand to={paths.inbox.to()} name={words('startPage')} />
        {links.length > 0 && <ShellNav links={links} />}
        {account !== undefined && <div class="patient-account">{account}</div>}
      </header>
      <Main name="patient-main">
        <ConnectionNotice />
        {children}
      </Main>
      <footer class="patient-foot">
        <LanguageSwitch />
      </footer>
    </div>
  );
}
