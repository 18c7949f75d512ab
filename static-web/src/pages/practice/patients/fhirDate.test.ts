import { describe, expect, it } from 'vitest';
import { formatFhirDate, newestFirst } from './fhirDate.ts';

const newYork = { locale: 'en-US', timeZone: 'America/New_York' };

describe('FormatFhirDate', () => {
  it.each([
    ['2011', '2011'],
    ['2011-05', 'May 2011'],
    ['2011-05-01', 'May 1, 2011'],
    // Half past one in London is the evening before in New York.
    ['2011-05-01T01:30:00Z', 'Apr 30, 2011'],
    ['soon', 'soon'],
  ])('%s_IsAsExactAsItIs', (value, said) => {
    expect(formatFhirDate(newYork, value)).toBe(said);
  });

  it('Language_DecidesTheForm', () => {
    expect(formatFhirDate({ locale: 'es' }, '2011-05')).toBe('mayo de 2011');
    expect(formatFhirDate({ locale: 'fr' }, '2011-05-01')).toBe('1 mai 2011');
  });
});

describe('NewestFirst', () => {
  it('NoDate_ComesLast', () => {
    expect(['2011', undefined, '2020-01-02', '2011-05'].sort(newestFirst)).toEqual([
      '2020-01-02',
      '2011-05',
      '2011',
      undefined,
    ]);
    expect([{ at: undefined }, { at: '2011' }].sort((one, other) => newestFirst(one.at, other.at))).toEqual([
      { at: '2011' },
      { at: undefined },
    ]);
  });
});
