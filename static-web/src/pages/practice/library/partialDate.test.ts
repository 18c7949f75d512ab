import { describe, expect, it } from 'vitest';
import { partialDate, typedDate } from './partialDate.ts';

const typed = (year: string, month = '', day = '') => ({ year, month, day });

describe('partialDate', () => {
  it.each([
    [typed('2019'), '2019'],
    [typed('2019', '6'), '2019-06'],
    [typed('2020', '2', '29'), '2020-02-29'],
    [typed(' 2019 ', '06 '), '2019-06'],
    [typed(''), ''],
  ])('%o_Is %s', (date, expected) => {
    expect(partialDate(date)).toBe(expected);
  });

  it.each([typed('2019', '', '4'), typed('2019', '13'), typed('2019', '2', '29'), typed('', '6'), typed('19')])(
    '%o_IsNoDate',
    (date) => {
      expect(partialDate(date)).toBeUndefined();
    },
  );

  it.each(['2019', '2019-06', '2019-06-04'])('%s_IsTheSameThereAndBack', (date) => {
    expect(partialDate(typedDate(date))).toBe(date);
  });
});
