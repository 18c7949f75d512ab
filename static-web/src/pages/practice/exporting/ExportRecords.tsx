import { useEffect, useRef, useState } from 'preact/hooks';
import { api } from '../../../api/api.ts';
import type { RecordsExport } from '../../../api/types.ts';
import { describeFailure } from '../../../errors/describeFailure.ts';
import { base } from '../../../i18n/areas/base/base.ts';
import { exporting } from '../../../i18n/areas/exporting/exporting.ts';
import { useWords } from '../../../i18n/WordsProvider.tsx';
import { useSession } from '../../../session/Signed.tsx';
import { Banner } from '../../../ui/Banner/Banner.tsx';
import { Button } from '../../../ui/Button/Button.tsx';

export const areas = [exporting];

interface ExportRecordsProps {
  readonly practiceId: string;
  /** Begins the export of what the page is about. */
  readonly ask: (signal: AbortSignal) => Promise<RecordsExport>;
}

/** Milliseconds between two looks at an export that is being made. */
const pause = 2_000;

/** A patient and all their records as a FHIR bundle, or a case: asked for, waited for, and then offered to be saved. */
export function Part({ practiceId, ask }: ExportRecordsProps) {
  const words = useWords(exporting);
  const baseWords = useWords(base);
  const { lost } = useSession();
  const [made, setMade] = useState<RecordsExport | 'asked' | undefined>(undefined);
  const [failure, setFailure] = useState<unknown>(undefined);
  const left = useRef(new AbortController());
  useEffect(() => () => left.current.abort(), []);
  const { signal } = left.current;
  const work = async (act: () => Promise<void>) => {
    setFailure(undefined);
    try {
      await act();
    } catch (error) {
      if (!signal.aborted) {
        setMade(undefined);
        if (!lost(error)) {
          setFailure(error);
        }
      }
    }
  };
  const begin = () =>
    work(async () => {
      setMade('asked');
      const begun = await ask(signal);
      setMade(begun);
      setMade(await finished(practiceId, begun, signal));
    });
  // The address works for five minutes, the export for an hour: so it is asked for when it is wanted.
  const saveNow = (exportId: string) =>
    work(async () => {
      const { body } = await look(practiceId, exportId, signal);
      setMade(body);
      if (body.url !== undefined) {
        location.assign(body.url);
      }
    });
  const state = made === 'asked' ? 'running' : made?.state;
  return (
    <>
      {typeof made === 'object' && made.state === 'ready' ? (
        <Button onClick={() => void saveNow(made.exportId)}>{words('save')}</Button>
      ) : (
        <Button busy={state === 'running'} onClick={() => void begin()}>
          {words('export')}
        </Button>
      )}
      <span class="export-state soft small" role="status">
        {state === 'running' && words('preparing')}
        {state === 'ready' && words('ready')}
      </span>
      {(failure !== undefined || state === 'failed' || state === 'gone') && (
        <Banner kind="error">
          {failure === undefined ? words(state === 'gone' ? 'gone' : 'failed') : describeFailure(failure, baseWords)}
        </Banner>
      )}
    </>
  );
}

const look = (practiceId: string, exportId: string, signal: AbortSignal) =>
  api.get(
    '/practices/{practiceId}/exports/{exportId}',
    { path: { practiceId, exportId } },
    { signal, background: true },
  );

async function finished(practiceId: string, begun: RecordsExport, signal: AbortSignal): Promise<RecordsExport> {
  let made = begun;
  while (made.state === 'running') {
    await new Promise((resolve) => setTimeout(resolve, pause));
    signal.throwIfAborted();
    made = (await look(practiceId, made.exportId, signal)).body;
  }
  return made;
}
