import { Failure } from './failure.ts';

/** Milliseconds before the second and the third try: long enough for a phone to find its network again. */
const waits = [500, 2000] as const;

/** Whether the same call may succeed a moment later without anyone changing anything. */
export function isPassing(error: unknown): error is Failure {
  return (
    error instanceof Failure &&
    (error.kind === 'unreachable' || error.kind === 'timeout' || [502, 503, 504].includes(error.status))
  );
}

/**
 * Tries up to three times while the failure is one that passes. Only for calls that are safe to repeat: reads, and changes
 * that carry an idempotency key.
 */
export async function withRetries<T>(
  call: () => Promise<T>,
  pause: (milliseconds: number) => Promise<void> = sleep,
): Promise<T> {
  for (const wait of waits) {
    try {
      return await call();
    } catch (error) {
      if (!isPassing(error)) {
        throw error;
      }
      await pause(wait);
    }
  }
  return call();
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
