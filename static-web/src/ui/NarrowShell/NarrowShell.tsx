import './NarrowShell.css';
import type { ComponentChildren } from 'preact';
import { base } from '../../i18n/areas/base/base.ts';
import { useWords } from '../../i18n/WordsProvider.tsx';
import { LanguageSwitch } from '../LanguageSwitch/LanguageSwitch.tsx';
import { PracticeMark } from '../PracticeMark/PracticeMark.tsx';
import { Brand, ConnectionNotice, Main, SkipLink } from '../Shell/Shell.tsx';

interface NarrowShellProps {
  /** The practice that invited; the service's own mark where none is known yet. */
  readonly practice?: string;
  readonly step?: StepProgressProps;
  readonly children: ComponentChildren;
}

/** One question to a page: registration, signing in, a new password. */
export function NarrowShell({ practice, step, children }: NarrowShellProps) {
  return (
    <div class="narrow">
      <SkipLink />
      <header class="narrow-head">
        {practice === undefined ? (
          <Brand />
        ) : (
          <div class="narrow-practice">
            <PracticeMark name={practice} large />
            <span>{practice}</span>
          </div>
        )}
        {step && <StepProgress {...step} />}
      </header>
      <Main name="narrow-main">
        <ConnectionNotice />
        {children}
      </Main>
      <footer class="narrow-foot">
        <LanguageSwitch />
      </footer>
    </div>
  );
}

interface StepProgressProps {
  /** From 1. */
  readonly step: number;
  readonly total: number;
}

export function StepProgress({ step, total }: StepProgressProps) {
  const words = useWords(base);
  return (
    <div class="steps">
      <p>{words('stepOf', { step, total })}</p>
      <div class="steps-bar" aria-hidden="true">
        {Array.from({ length: total }, (_, index) => (
          <span key={index} class={index < step ? 'steps-segment steps-segment--reached' : 'steps-segment'} />
        ))}
      </div>
    </div>
  );
}
