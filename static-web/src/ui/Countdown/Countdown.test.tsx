import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { describeAccessibility } from '../../testing/accessibility.ts';
import { find, show } from '../../testing/show.tsx';
import { fixtures } from './Countdown.fixtures.tsx';
import { Countdown, secondsUntil } from './Countdown.tsx';

describeAccessibility(fixtures);

describe('Countdown', () => {
  beforeEach(() => void vi.useFakeTimers({ now: 0, toFake: ['Date', 'setInterval', 'clearInterval'] }));
  afterEach(() => void vi.useRealTimers());

  it('TimePassing_IsShownBySecondsAndEndsOnce', async () => {
    const onEnd = vi.fn();
    const page = await show(<Countdown until={new Date(180_000)} label="You can edit for" onEnd={onEnd} />);
    expect(find(page, '[role=timer]').textContent).toBe('You can edit for 3:00');
    await act(() => void vi.advanceTimersByTime(60_000));
    expect(find(page, 'time').textContent).toBe('2:00');
    await act(() => void vi.advanceTimersByTime(300_000));
    expect(find(page, 'time').textContent).toBe('0:00');
    expect(onEnd).toHaveBeenCalledOnce();
  });
});

describe('SecondsUntil', () => {
  it.each([
    [0, 3],
    [1, 3],
    [1000, 2],
    [2999, 1],
    [3000, 0],
    [9000, 0],
  ])('At %d_Are %d', (now, seconds) => {
    expect(secondsUntil(new Date(3000), now)).toBe(seconds);
  });
});
