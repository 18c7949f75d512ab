import { describe, expect, it } from 'vitest';
import { ageOn, todayIn } from './age.ts';

describe('AgeOn', () => {
  it.each([
    ['1956-03-27', '2026-03-26', 69],
    ['1956-03-27', '2026-03-27', 70],
    ['2024-02-29', '2025-02-28', 0],
    ['2024-02-29', '2025-03-01', 1],
  ])('Born %s_On %s_Is %d', (born, today, years) => {
    expect(ageOn(born, today).years).toBe(years);
  });

  it('SmallChild_IsCountedInMonths', () => {
    expect(ageOn('2025-06-20', '2026-11-27').months).toBe(17);
    expect(ageOn('2026-11-27', '2026-11-27').months).toBe(0);
  });
});

describe('TodayIn', () => {
  it('TimeZone_DecidesTheDay', () => {
    const now = new Date('2026-11-27T02:00:00Z');
    expect(todayIn('UTC', now)).toBe('2026-11-27');
    expect(todayIn('America/New_York', now)).toBe('2026-11-26');
  });
});
