import { act } from 'preact/test-utils';
import { vi } from 'vitest';

/** Milliseconds: many times what a busy machine needs. A test that passes waits only as long as it has to. */
const longest = 10_000;

/** For tests that wait for the stand-in of the service: the time that all of their steps may take together. */
export const patience = { timeout: 2 * longest } as const;

/** Draws until something holds, and gives it back. */
export async function settled<T>(check: () => T): Promise<T> {
  return vi.waitFor(
    async () => {
      await act(async () => undefined);
      return check();
    },
    { timeout: longest },
  );
}
