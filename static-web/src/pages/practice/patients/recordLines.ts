import type { components } from '../../../api/schema.ts';
import type { Records } from '../../../api/types.ts';
import type { words as english } from '../../../i18n/areas/records/en.ts';
import type { Place } from '../../../i18n/format.ts';
import type { Words } from '../../../i18n/message.ts';
import { formatFhirDate, newestFirst } from './fhirDate.ts';

type Schemas = components['schemas'];
type Concept = Schemas['Concept'];
type Quantity = Schemas['Quantity'];
type When = Schemas['When'];

/** One entry of a record, as a line of its section. */
export interface RecordLine {
  readonly id: string;
  /** What it is about. */
  readonly title: string;
  /** What was measured, beside the title. */
  readonly value?: string | undefined;
  /** As FHIR writes it: sorts the section. */
  readonly date?: string | undefined;
  readonly dateText?: string | undefined;
  readonly status?: string | undefined;
  /** Nobody should rely on it. */
  readonly wrong: boolean;
  /** Something that must be seen first, such as a high risk. */
  readonly alarm?: string | undefined;
  readonly facts: readonly string[];
}

/** How the reader's language and place say things. */
export interface Speech {
  readonly words: Words<typeof english>;
  readonly place: Place;
}

type Parts = Omit<Partial<RecordLine>, 'facts'> & { readonly facts?: readonly (string | undefined)[] };

type LinesOf<Kind extends keyof Records> = Records[Kind] extends readonly (infer Kept)[]
  ? (kept: Kept, speech: Speech) => RecordLine
  : never;

function line(
  id: string,
  speech: Speech,
  code: Concept | undefined,
  status: string | undefined,
  parts: Parts,
): RecordLine {
  const { place } = speech;
  return {
    ...parts,
    id,
    title: sayConcept(code) ?? speech.words('unnamed'),
    dateText: parts.date && formatFhirDate(place, parts.date),
    status: status && sayCode(speech, status),
    wrong: status === 'entered-in-error',
    facts: (parts.facts ?? []).filter((fact) => fact !== undefined),
  };
}

export const allergyLine: LinesOf<'allergies'> = ({ recordId, record }, speech) =>
  line(recordId, speech, record.code, statusOf(record.verificationStatus, record.clinicalStatus), {
    date: startOf(record.onset) ?? record.recordedDate,
    alarm: record.criticality === 'high' ? sayCode(speech, record.criticality) : undefined,
    facts: [
      ...record.reactions.map(({ manifestations, severity }) => {
        const text = list(speech, [...manifestations.map(sayConcept), severity && sayCode(speech, severity)]);
        return text === undefined ? undefined : speech.words('fact.reaction', { text });
      }),
      ...record.notes,
    ],
  });

export const conditionLine: LinesOf<'conditions'> = ({ recordId, record }, speech) =>
  line(recordId, speech, record.code, statusOf(record.verificationStatus, record.clinicalStatus), {
    date: startOf(record.onset) ?? record.recordedDate,
    facts: [
      fact(speech, 'fact.severity', sayConcept(record.severity)),
      list(speech, record.bodySites.map(sayConcept)),
      ended(speech, record.abatement),
      ...record.notes,
    ],
  });

export const requestLine: LinesOf<'medicationRequests'> = ({ recordId, record }, speech) =>
  line(recordId, speech, record.medication, record.status, {
    date: record.authoredOn,
    facts: [...record.dosages.map((dosage) => sayDosage(speech, dosage)), ...record.notes],
  });

export const statementLine: LinesOf<'medicationStatements'> = ({ recordId, record }, speech) =>
  line(recordId, speech, record.medication, record.status, {
    date: startOf(record.effective) ?? record.dateAsserted,
    facts: [
      ...record.dosages.map((dosage) => sayDosage(speech, dosage)),
      record.effective?.end && speech.words('fact.until', { date: formatFhirDate(speech.place, record.effective.end) }),
      ...record.notes,
    ],
  });

export const observationLine: LinesOf<'observations'> = ({ recordId, record }, speech) =>
  line(recordId, speech, record.code, record.status === 'final' ? undefined : record.status, {
    date: startOf(record.effective) ?? record.issued,
    value: sayValue(speech, record.value) ?? sayConcept(record.absentReason),
    facts: [
      list(speech, record.interpretations.map(sayConcept)),
      ...record.ranges.map((range) => fact(speech, 'fact.range', range.text ?? sayRange(speech, range))),
      ...record.components.map(({ code, value }) => {
        const [name, said] = [sayConcept(code), sayValue(speech, value)];
        return name && said && speech.words('fact.part', { name, value: said });
      }),
      ...record.notes,
    ],
  });

export const immunizationLine: LinesOf<'immunizations'> = ({ recordId, record }, speech) =>
  line(recordId, speech, record.vaccine, record.status === 'completed' ? undefined : record.status, {
    date: startOf(record.occurrence),
    facts: [fact(speech, 'fact.lot', record.lotNumber), sayQuantity(speech, record.dose), ...record.notes],
  });

export const procedureLine: LinesOf<'procedures'> = ({ recordId, record }, speech) =>
  line(recordId, speech, record.code, record.status === 'completed' ? undefined : record.status, {
    date: startOf(record.performed),
    facts: [
      list(speech, record.bodySites.map(sayConcept)),
      fact(speech, 'fact.outcome', sayConcept(record.outcome)),
      ...record.notes,
    ],
  });

export const coverageLine: LinesOf<'coverages'> = ({ recordId, record }, speech) => ({
  ...line(recordId, speech, record.type, record.status, {
    date: record.period?.start,
    facts: [
      fact(speech, 'fact.payor', list(speech, record.payors)),
      fact(speech, 'fact.subscriber', record.subscriberId),
      ...record.classes.map((one) => {
        const name = sayConcept(one.type);
        return name && speech.words('fact.part', { name, value: one.name ?? one.value });
      }),
      ended(speech, record.period),
    ],
  }),
  ...(record.type === undefined && record.payors[0] !== undefined ? { title: record.payors[0] } : {}),
});

export const documentLine: LinesOf<'documents'> = ({ recordId, record }, speech) => ({
  ...line(recordId, speech, record.type, record.status === 'current' ? undefined : record.status, {
    date: record.date ?? record.files[0]?.createdAt,
    facts: [speech.words(record.library), ...record.categories.map(sayConcept)],
  }),
  title: record.description ?? sayConcept(record.type) ?? speech.words(record.library),
});

/** A section's lines, newest first. */
export function sorted(lines: readonly RecordLine[]): readonly RecordLine[] {
  return [...lines].sort((one, other) => newestFirst(one.date, other.date));
}

/** Its text; without one the first display, then the first code. */
function sayConcept(concept: Concept | undefined): string | undefined {
  const { text, codings = [] } = concept ?? {};
  return text ?? codings.find(({ display }) => display)?.display ?? codings.find(({ code }) => code)?.code;
}

/** Of all kinds of records together: each means the same wherever it stands. */
const codes = [
  'active',
  'inactive',
  'resolved',
  'recurrence',
  'relapse',
  'remission',
  'unconfirmed',
  'provisional',
  'differential',
  'refuted',
  'entered-in-error',
  'completed',
  'stopped',
  'on-hold',
  'cancelled',
  'draft',
  'intended',
  'not-taken',
  'not-done',
  'preparation',
  'in-progress',
  'preliminary',
  'registered',
  'amended',
  'corrected',
  'superseded',
  'unknown',
  'low',
  'high',
  'unable-to-assess',
  'mild',
  'moderate',
  'severe',
] as const;

/** A code of FHIR in the reader's language; one that is not known here stays what it is. */
function sayCode({ words }: Speech, code: string): string {
  const known = codes.find((one) => one === code);
  return known === undefined ? code : words(`code.${known}`);
}

/** What was refuted or entered in error is that first of all. */
function statusOf(verification: Concept | undefined, clinical: Concept | undefined): string | undefined {
  const [verified, stands] = [verification, clinical].map((concept) => concept?.codings[0]?.code ?? concept?.text);
  return verified === undefined || verified === 'confirmed' ? stands : verified;
}

function startOf(when: When | undefined): string | undefined {
  return when?.at ?? when?.start;
}

function ended(speech: Speech, when: When | undefined): string | undefined {
  const end = when?.end ?? when?.at;
  return end === undefined ? when?.text : speech.words('fact.until', { date: formatFhirDate(speech.place, end) });
}

function fact(
  { words }: Speech,
  key: 'fact.severity' | 'fact.range' | 'fact.outcome' | 'fact.lot' | 'fact.payor' | 'fact.subscriber',
  text: string | undefined,
): string | undefined {
  return text === undefined ? undefined : words(key, { text });
}

function list({ words }: Speech, texts: readonly (string | undefined)[]): string | undefined {
  return texts.reduce(
    (one, other) => (one === undefined || !other ? one || other : words('fact.list', { one, other })),
    undefined,
  );
}

function sayQuantity({ place }: Speech, quantity: Quantity | undefined): string | undefined {
  if (quantity?.value === undefined) {
    return undefined;
  }
  const value = new Intl.NumberFormat(place.locale, { maximumFractionDigits: 10 }).format(quantity.value);
  // A measurement is written the same in every language: comparator, number, unit.
  return [quantity.comparator, value, quantity.unit ?? quantity.code].filter((part) => part !== undefined).join(' ');
}

function sayValue(speech: Speech, value: Schemas['ObservedValue'] | undefined): string | undefined {
  if (value?.flag !== undefined) {
    return speech.words(value.flag ? 'yes' : 'no');
  }
  const number = value?.number === undefined ? undefined : { value: value.number };
  return (
    sayQuantity(speech, value?.quantity ?? number) ??
    sayConcept(value?.concept) ??
    value?.text ??
    (value?.at && formatFhirDate(speech.place, value.at))
  );
}

function sayRange(speech: Speech, { low, high }: Schemas['ReferenceRange']): string | undefined {
  const [from, to] = [sayQuantity(speech, low), sayQuantity(speech, high)];
  if (from === undefined) {
    return to && speech.words('fact.to', { high: to });
  }
  return to === undefined
    ? speech.words('fact.from', { low: from })
    : speech.words('fact.between', { low: from, high: to });
}

function sayDosage(speech: Speech, dosage: Schemas['Dosage']): string | undefined {
  return (
    dosage.text ??
    list(speech, [
      sayQuantity(speech, dosage.dose),
      sayTiming(speech, dosage),
      sayConcept(dosage.route),
      dosage.asNeeded ? speech.words('fact.asNeeded') : undefined,
    ])
  );
}

/** https://hl7.org/fhir/R4/valueset-units-of-time.html */
const unitsOfTime: Readonly<Record<string, string>> = {
  s: 'second',
  min: 'minute',
  h: 'hour',
  d: 'day',
  wk: 'week',
  mo: 'month',
  a: 'year',
};

function sayTiming(
  { words, place }: Speech,
  { frequency = 1, period, periodUnit = '' }: Schemas['Dosage'],
): string | undefined {
  const unit = unitsOfTime[periodUnit];
  if (period === undefined || unit === undefined) {
    return undefined;
  }
  const time = new Intl.NumberFormat(place.locale, { style: 'unit', unit, unitDisplay: 'long' }).format(period);
  return words('fact.times', { count: frequency, time });
}
