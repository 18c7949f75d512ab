// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Answer, CallOptions } from './client.ts';
import { type Poll, poll } from './poll.ts';

const look = vi.fn<(options: CallOptions) => Promise<Answer<string | undefined>>>();
const onChange = vi.fn<(body: string) => void>();
const onFailure = vi.fn<(error: unknown) => void>();
let seen = true;
let online = true;
let running: Poll | undefined;

function start(): Poll {
  running = poll({ look, onChange, onFailure, every: 5000 });
  return running;
}

beforeEach(() => {
  vi.useFakeTimers();
  look.mockReset().mockResolvedValue({ status: 200, body: 'first', etag: '"1"' });
  onChange.mockReset();
  onFailure.mockReset();
  seen = true;
  online = true;
  vi.spyOn(document, 'hidden', 'get').mockImplementation(() => !seen);
  vi.spyOn(navigator, 'onLine', 'get').mockImplementation(() => online);
});

afterEach(() => {
  running?.stop();
  vi.useRealTimers();
});

describe('Poll', () => {
  it('FirstLook_IsAtOnce', async () => {
    start();
    await vi.advanceTimersByTimeAsync(0);
    expect(onChange.mock.calls).toEqual([['first']]);
  });

  it('NextLook_CarriesTheETagAndIsSilentWhenNothingChanged', async () => {
    start();
    await vi.advanceTimersByTimeAsync(0);
    look.mockResolvedValue({ status: 304, body: undefined, etag: '"1"' });
    await vi.advanceTimersByTimeAsync(5000);
    expect(look.mock.calls[1]?.[0].ifNoneMatch).toBe('"1"');
    expect(onChange).toHaveBeenCalledTimes(1);
  });

  it('HiddenPage_DoesNotLookUntilItIsSeen', async () => {
    start();
    await vi.advanceTimersByTimeAsync(0);
    seen = false;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(look).toHaveBeenCalledTimes(1);
    seen = true;
    document.dispatchEvent(new Event('visibilitychange'));
    await vi.advanceTimersByTimeAsync(0);
    expect(look).toHaveBeenCalledTimes(2);
  });

  it('NetworkReturned_LooksAtOnce', async () => {
    online = false;
    start();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(look).not.toHaveBeenCalled();
    online = true;
    window.dispatchEvent(new Event('online'));
    await vi.advanceTimersByTimeAsync(0);
    expect(look).toHaveBeenCalledTimes(1);
  });

  it('Failures_AreToldAndSlowTheLooksDown', async () => {
    look.mockRejectedValue(new Error('down'));
    start();
    await vi.advanceTimersByTimeAsync(0);
    expect(onFailure).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(5000);
    expect(look).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(5000);
    expect(look).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(look).toHaveBeenCalledTimes(3);
  });

  it('AskedNow_LooksWithoutWaiting', async () => {
    const { now } = start();
    await vi.advanceTimersByTimeAsync(0);
    now();
    await vi.advanceTimersByTimeAsync(0);
    expect(look).toHaveBeenCalledTimes(2);
  });

  it('Stopped_NeitherLooksNorTellsAnything', async () => {
    let answer: (answer: Answer<string>) => void = () => {};
    look.mockReturnValue(new Promise((resolve) => (answer = resolve)));
    const { stop } = start();
    stop();
    answer({ status: 200, body: 'late', etag: undefined });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(look).toHaveBeenCalledTimes(1);
    expect(onChange).not.toHaveBeenCalled();
    expect(look.mock.calls[0]?.[0].signal?.aborted).toBe(true);
  });
});
