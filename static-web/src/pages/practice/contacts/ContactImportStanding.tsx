import { useEffect, useRef } from 'preact/hooks';
import { describeFailure } from '../../../errors/describeFailure.ts';
import { base } from '../../../i18n/areas/base/base.ts';
import { contactFile } from '../../../i18n/areas/contactFile/contactFile.ts';
import { useWords } from '../../../i18n/WordsProvider.tsx';
import { Banner } from '../../../ui/Banner/Banner.tsx';
import { Button } from '../../../ui/Button/Button.tsx';
import { Progress } from '../../../ui/Progress/Progress.tsx';
import { ContactReport } from './ContactReport.tsx';
import { type ContactImporting, isUnderWay, throughOf } from './useContactImport.ts';

/** How far a file is, the way to stop and to go on, and what became of its rows. */
export function ContactImportStanding({ importing }: { readonly importing: ContactImporting }) {
  const words = useWords(contactFile);
  const baseWords = useWords(base);
  const heading = useRef<HTMLHeadingElement>(null);
  const { state, name, sum, failure } = importing;
  const underWay = isUnderWay(importing);
  const counts = sum && { done: throughOf(sum), total: sum.rows };
  useEffect(() => {
    if (state === 'done') {
      heading.current?.focus();
    }
  }, [state]);
  return (
    <section class="stack">
      <h2 ref={heading} tabIndex={-1}>
        {words(underWay ? 'runningTitle' : state === 'done' ? 'reportTitle' : 'reportSoFar')}
      </h2>
      {underWay && (
        <Progress
          name={words('progress')}
          done={counts?.done ?? 0}
          total={counts?.total}
          text={counts && words('progressOf', counts)}
        />
      )}
      {underWay && <p class="soft small">{words(state === 'stopping' ? 'stopping' : 'keepOpen')}</p>}
      {counts && (state === 'failed' || state === 'stopped') && (
        <Banner kind={state === 'failed' ? 'error' : 'info'} title={words(state, counts)}>
          {state === 'failed' &&
            describeFailure(failure, baseWords).map((sentence) => <p key={sentence}>{sentence}</p>)}
          <p>{words('kept')}</p>
        </Banner>
      )}
      {/* One button in one place: the focus stays on it when it turns from one into the other. */}
      {state !== 'done' && (
        <div class="row">
          <Button busy={state === 'stopping'} onClick={() => (underWay ? importing.stop() : void importing.goOn())}>
            {underWay ? words('stop') : words('goOn', { name })}
          </Button>
        </div>
      )}
      {sum && !underWay && <ContactReport report={sum} />}
    </section>
  );
}
