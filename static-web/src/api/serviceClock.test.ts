import { describe, expect, it } from 'vitest';
import { clockAhead } from './serviceClock.ts';

const date = 'Fri, 27 Nov 2026 10:01:00 GMT';
const at = Date.parse('2026-11-27T10:01:00Z');

describe('ClockAhead', () => {
  it.each([
    ['four minutes fast', 240_000],
    ['two minutes slow', -120_000],
    ['right', 0],
  ])('Device %s_IsMeasured', (_, ahead) => {
    expect(clockAhead(undefined, date, at + ahead)).toBe(ahead);
  });

  it('LaterAnswers_OnlyMakeItMoreExact', () => {
    expect(clockAhead(900, date, at + 300)).toBe(300);
    expect(clockAhead(300, date, at + 900)).toBe(300);
  });

  it('ClockSetMeanwhile_IsMeasuredAnew', () => {
    expect(clockAhead(300, date, at + 60_000)).toBe(60_000);
  });

  it('NoDate_LearnsNothing', () => {
    expect(clockAhead(300, 'soon', at)).toBe(300);
    expect(clockAhead(undefined, undefined, at)).toBeUndefined();
  });
});
