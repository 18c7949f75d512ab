import { describe, expect, it } from 'vitest';
import { words as english } from '../../../i18n/areas/records/en.ts';
import { words as spanish } from '../../../i18n/areas/records/es.ts';
import { fill, type Words } from '../../../i18n/message.ts';
import {
  allergyLine,
  coverageLine,
  documentLine,
  observationLine,
  requestLine,
  type Speech,
  sorted,
} from './recordLines.ts';

const speak = (catalogue: typeof english | typeof spanish, locale: string): Speech => ({
  words: ((key: keyof typeof english, values?: Record<string, string | number>) =>
    fill(catalogue[key], locale, values)) as Words<typeof english>,
  place: { locale, timeZone: 'UTC' },
});

const us = speak(english, 'en-US');
const source = { identifiers: [] };
const concept = (text: string) => ({ text, codings: [] });
const coded = (code: string) => ({ codings: [{ code }] });

describe('AllergyLine', () => {
  const record = {
    source,
    categories: [],
    code: { codings: [{ code: '91936005', display: 'Allergy to penicillin' }] },
    clinicalStatus: coded('active'),
    verificationStatus: coded('confirmed'),
    criticality: 'high',
    onset: { at: '1989' },
    reactions: [{ manifestations: [concept('Hives')], severity: 'severe' }],
    notes: ['Told by the mother'],
  };

  it('HighRisk_IsSaidFirst', () => {
    expect(allergyLine({ recordId: 'r', record }, us)).toMatchObject({
      title: 'Allergy to penicillin',
      alarm: 'High risk',
      status: 'Active',
      dateText: '1989',
      wrong: false,
      facts: ['Reaction: Hives, severe', 'Told by the mother'],
    });
  });

  it('EnteredInError_IsThatAndNothingElse', () => {
    const wrong = { ...record, verificationStatus: coded('entered-in-error') };
    expect(allergyLine({ recordId: 'r', record: wrong }, us)).toMatchObject({
      status: 'Entered in error',
      wrong: true,
    });
  });

  it('Language_IsTheReaders', () => {
    expect(allergyLine({ recordId: 'r', record }, speak(spanish, 'es')).facts[0]).toBe('Reacción: Hives, grave');
  });
});

describe('ObservationLine', () => {
  const record = {
    source,
    status: 'final',
    categories: [],
    code: concept('HbA1c'),
    value: { quantity: { value: 7.25, unit: '%', comparator: '<' } },
    interpretations: [],
    ranges: [{ low: { value: 4, unit: '%' }, high: { value: 6, unit: '%' } }],
    components: [{ code: concept('Method'), value: { flag: true } }],
    notes: [],
  };

  it('Value_HasItsComparatorUnitAndUsualRange', () => {
    const line = observationLine({ recordId: 'r', record }, us);
    expect(line).toMatchObject({ value: '< 7.25 %', facts: ['Usual: 4 % to 6 %', 'Method: yes'] });
    expect(line.status).toBeUndefined();
  });

  it('OneSidedRange_IsSaidSo', () => {
    const ranges = [{ high: { value: 6, unit: '%' } }];
    expect(observationLine({ recordId: 'r', record: { ...record, ranges } }, us).facts[0]).toBe('Usual: up to 6 %');
  });

  it('NoValue_SaysWhy', () => {
    const { value: _, ...without } = record;
    const absent = { ...without, absentReason: concept('Not performed') };
    expect(observationLine({ recordId: 'r', record: absent }, us).value).toBe('Not performed');
  });
});

describe('RequestLine', () => {
  const record = { source, status: 'active', intent: 'order', medication: concept('Metformin'), notes: [] };

  it('DosageWithoutText_IsPutInWords', () => {
    const dosages = [{ dose: { value: 500, unit: 'mg' }, frequency: 2, period: 1, periodUnit: 'd' }];
    expect(requestLine({ recordId: 'r', record: { ...record, dosages } }, us).facts).toEqual([
      '500 mg, 2 times in 1 day',
    ]);
  });

  it('DosageInWords_StaysAsItIs', () => {
    const dosages = [{ text: 'One in the morning', dose: { value: 1 } }];
    expect(requestLine({ recordId: 'r', record: { ...record, dosages } }, us).facts).toEqual(['One in the morning']);
  });

  it('UnknownStatus_IsShownAsItCame', () => {
    expect(requestLine({ recordId: 'r', record: { ...record, status: 'odd', dosages: [] } }, us).status).toBe('odd');
  });
});

describe('CoverageLine', () => {
  it('NoType_IsNamedAfterItsInsurer', () => {
    const record = { source, status: 'active', payors: ['Harbor Health'], classes: [], subscriberId: '77' };
    expect(coverageLine({ recordId: 'r', record }, us)).toMatchObject({
      title: 'Harbor Health',
      facts: ['Insurer: Harbor Health', 'Member number: 77'],
    });
  });
});

describe('DocumentLine', () => {
  it('Description_IsItsName', () => {
    const record = {
      source,
      status: 'current',
      library: 'images' as const,
      categories: [],
      description: 'Panoramic',
      files: [{ file: 'f', contentType: 'image/png', size: 1, createdAt: '2020-01-02' }],
    };
    expect(documentLine({ recordId: 'r', record, files: [] }, us)).toMatchObject({
      title: 'Panoramic',
      date: '2020-01-02',
    });
  });
});

describe('Sorted', () => {
  it('Newest_IsFirst', () => {
    const line = (id: string, date?: string) => ({ id, title: id, wrong: false, facts: [], date });
    expect(sorted([line('none'), line('old', '1999'), line('new', '2020-05')]).map(({ id }) => id)).toEqual([
      'new',
      'old',
      'none',
    ]);
  });
});
