import { useCallback, useEffect, useState } from 'preact/hooks';
import { api } from '../../../api/api.ts';
import type { ImportLine } from '../../../api/types.ts';
import { describeFailure } from '../../../errors/describeFailure.ts';
import { base } from '../../../i18n/areas/base/base.ts';
import { importing } from '../../../i18n/areas/importing/importing.ts';
import { useWords } from '../../../i18n/WordsProvider.tsx';
import { useSession } from '../../../session/Signed.tsx';
import { Badge } from '../../../ui/Badge/Badge.tsx';
import { Banner } from '../../../ui/Banner/Banner.tsx';
import { Button } from '../../../ui/Button/Button.tsx';
import { Skeleton } from '../../../ui/Skeleton/Skeleton.tsx';
import { importReasons } from './importReasons.ts';

interface ImportReportProps {
  readonly practiceId: string;
  readonly importId: string;
  /** Lines in all. */
  readonly count: number;
}

/** What was not taken, or not whole, by the order of the file. */
export function ImportReport({ practiceId, importId, count }: ImportReportProps) {
  const words = useWords(importing);
  const baseWords = useWords(base);
  const { lost } = useSession();
  const [lines, setLines] = useState<readonly ImportLine[]>([]);
  const [cursor, setCursor] = useState<string | undefined>(undefined);
  const [state, setState] = useState<'reading' | 'read'>('reading');
  const [failure, setFailure] = useState<unknown>(undefined);
  const more = useCallback(
    (from: string | undefined) => {
      setState('reading');
      setFailure(undefined);
      const input = { path: { practiceId, importId }, query: from === undefined ? {} : { cursor: from } };
      api.get('/practices/{practiceId}/imports/{importId}/report', input).then(
        ({ body }) => {
          setLines((current) => (from === undefined ? body.lines : [...current, ...body.lines]));
          setCursor(body.cursor);
          setState('read');
        },
        (error: unknown) => {
          setState('read');
          if (!lost(error)) {
            setFailure(error);
          }
        },
      );
    },
    [practiceId, importId, lost],
  );
  useEffect(() => {
    if (count > 0) {
      more(undefined);
    }
  }, [more, count]);
  if (count === 0) {
    return <p class="soft">{words('reportNone')}</p>;
  }
  return (
    <section class="stack" aria-labelledby="import-report">
      <div class="section-head">
        <h2 id="import-report">{words('report')}</h2>
        <span class="soft small">{words('reportCount', { count })}</span>
      </div>
      <ol class="section section-list">
        {lines.map((line, index) => (
          <li key={index}>
            <Line line={line} />
          </li>
        ))}
        {state === 'reading' && (
          <li>
            <Skeleton lines={4} />
          </li>
        )}
      </ol>
      {failure !== undefined && (
        <Banner kind="error" action={<Button onClick={() => more(cursor)}>{baseWords('tryAgain')}</Button>}>
          {describeFailure(failure, baseWords)}
        </Banner>
      )}
      {cursor !== undefined && failure === undefined && (
        <div class="row">
          <Button busy={state === 'reading'} onClick={() => more(cursor)}>
            {words('more')}
          </Button>
        </div>
      )}
    </section>
  );
}

function Line({ line }: { readonly line: ImportLine }) {
  const words = useWords(importing);
  const known = importReasons.find((one) => one === line.reason);
  return (
    <>
      <div class="record-head">
        <strong>{line.entry === undefined ? words('wholeFile') : words('entry', { number: line.entry })}</strong>
        {line.resource !== undefined && <span>{line.resource}</span>}
        <Badge tone={line.taken ? 'warning' : 'danger'}>{words(line.taken ? 'inPart' : 'notTaken')}</Badge>
      </div>
      <p>{known === undefined ? words('reasonUnknown', { code: line.reason }) : words(`reason.${known}`)}</p>
      {line.element !== undefined && <p class="soft small">{words('about', { element: line.element })}</p>}
      {line.place !== undefined && <p class="soft small">{words('place', { byte: line.place })}</p>}
    </>
  );
}
