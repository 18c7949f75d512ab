import { describe, expect, it, vi } from 'vitest';
import { Failure } from './failure.ts';
import { withRetries } from './retry.ts';

const noPause = vi.fn(() => Promise.resolve());

describe('WithRetries', () => {
  it('PassingFailure_IsTriedAgainAfterGrowingWaits', async () => {
    const call = vi
      .fn<() => Promise<string>>()
      .mockRejectedValueOnce(new Failure('unreachable', 0))
      .mockRejectedValueOnce(new Failure('refused', 503))
      .mockResolvedValue('done');
    noPause.mockClear();
    expect(await withRetries(call, noPause)).toBe('done');
    expect(noPause.mock.calls).toEqual([[500], [2000]]);
  });

  it('ThirdFailure_IsGivenUp', async () => {
    const call = vi.fn<() => Promise<string>>().mockRejectedValue(new Failure('timeout', 0));
    await expect(withRetries(call, noPause)).rejects.toMatchObject({ kind: 'timeout' });
    expect(call).toHaveBeenCalledTimes(3);
  });

  it.each([new Failure('refused', 400), new Failure('refused', 429), new Error('a fault')])(
    'LastingFailure %s_IsNotTriedAgain',
    async (error) => {
      const call = vi.fn<() => Promise<string>>().mockRejectedValue(error);
      await expect(withRetries(call, noPause)).rejects.toBe(error);
      expect(call).toHaveBeenCalledTimes(1);
    },
  );
});
