import { useMemo } from 'preact/hooks';
import type { Records } from '../../../api/types.ts';
import { describeFailure } from '../../../errors/describeFailure.ts';
import { base } from '../../../i18n/areas/base/base.ts';
import { records as area } from '../../../i18n/areas/records/records.ts';
import { useLanguage, useWords } from '../../../i18n/WordsProvider.tsx';
import { useSession } from '../../../session/Signed.tsx';
import { Badge } from '../../../ui/Badge/Badge.tsx';
import { Banner } from '../../../ui/Banner/Banner.tsx';
import { Button } from '../../../ui/Button/Button.tsx';
import {
  allergyLine,
  conditionLine,
  coverageLine,
  documentLine,
  immunizationLine,
  observationLine,
  procedureLine,
  type RecordLine,
  requestLine,
  type Speech,
  sorted,
  statementLine,
} from './recordLines.ts';
import { ListSection } from './Section.tsx';
import { useRecords } from './useRecords.ts';

export const areas = [area];

interface RecordSectionsProps {
  readonly practiceId: string;
  readonly patientId: string;
}

/** The health records of a patient, a section for each kind. */
export function Part({ practiceId, patientId }: RecordSectionsProps) {
  const words = useWords(area);
  const baseWords = useWords(base);
  const { locale } = useLanguage();
  const { timeZone } = useSession().session;
  const { records, whole, failure, goOn } = useRecords(practiceId, patientId);
  const speech = useMemo<Speech>(() => ({ words, place: { locale, timeZone } }), [words, locale, timeZone]);
  const lines = useMemo(() => linesOf(records, speech), [records, speech]);
  return (
    <>
      {failure !== undefined && (
        <Banner
          kind="error"
          title={words('readingFailed')}
          action={<Button onClick={goOn}>{baseWords('tryAgain')}</Button>}
        >
          {describeFailure(failure, baseWords)}
        </Banner>
      )}
      <p class="said" role="status">
        {!whole && failure === undefined && words('reading')}
      </p>
      <div class="sections">
        {columns.map((kinds, index) => (
          <div key={kinds[0]} class="section-column">
            {kinds.map((kind) => (
              <ListSection
                key={kind}
                title={words(kind)}
                entries={lines[kind]}
                whole={whole}
                none={words('none')}
                keyOf={({ id }) => id}
                draw={(line) => <Line line={line} />}
              />
            ))}
            {index === columns.length - 1 && <WithoutFile documents={records.documents} speech={speech} />}
          </div>
        ))}
      </div>
    </>
  );
}

/** What must be known before anything is done, and what has been found and done. */
const columns = [
  ['allergies', 'conditions', 'medications', 'coverages'],
  ['results', 'immunizations', 'procedures'],
] as const;

function linesOf(records: Records, speech: Speech) {
  const say = <Kept,>(kept: readonly Kept[], line: (one: Kept, speech: Speech) => RecordLine) =>
    kept.map((one) => line(one, speech));
  return {
    allergies: sorted(say(records.allergies, allergyLine)),
    conditions: sorted(say(records.conditions, conditionLine)),
    medications: sorted([
      ...say(records.medicationRequests, requestLine),
      ...say(records.medicationStatements, statementLine),
    ]),
    results: sorted(say(records.observations, observationLine)),
    immunizations: sorted(say(records.immunizations, immunizationLine)),
    procedures: sorted(say(records.procedures, procedureLine)),
    coverages: sorted(say(records.coverages, coverageLine)),
  };
}

function Line({ line }: { readonly line: RecordLine }) {
  return (
    <div class={line.wrong ? 'record record--wrong' : 'record'}>
      <div class="record-head">
        <strong class="record-title">{line.title}</strong>
        {line.value !== undefined && <span>{line.value}</span>}
        {line.alarm !== undefined && <Badge tone="danger">{line.alarm}</Badge>}
        {line.status !== undefined && <Badge tone={line.wrong ? 'danger' : 'neutral'}>{line.status}</Badge>}
        {line.dateText !== undefined && <span class="record-date">{line.dateText}</span>}
      </div>
      {line.facts.length > 0 && (
        <ul class="record-facts">
          {line.facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface WithoutFileProps {
  readonly documents: Records['documents'];
  readonly speech: Speech;
}

/** Documents that are on record and have no file here: those that have one stand in the library. */
function WithoutFile({ documents, speech }: WithoutFileProps) {
  const lines = sorted(documents.filter(({ files }) => files.length === 0).map((kept) => documentLine(kept, speech)));
  return lines.length === 0 ? null : (
    <ListSection
      title={speech.words('documents')}
      entries={lines}
      whole
      none={speech.words('none')}
      keyOf={({ id }) => id}
      draw={(line) => <Line line={line} />}
    />
  );
}
