import { describe, expect, it, vi } from 'vitest';
import { describeAccessibility } from '../../testing/accessibility.ts';
import { click, find, findButton, show } from '../../testing/show.tsx';
import { fixtures } from './FileTile.fixtures.tsx';
import { type FileState, FileTile } from './FileTile.tsx';

describeAccessibility(fixtures);

describe('FileTile', () => {
  const handlers = { onPause: vi.fn(), onResume: vi.fn(), onCancel: vi.fn(), onRetry: vi.fn() };
  const tile = (state: FileState) => <FileTile name="scan.pdf" bytes={2000} state={state} {...handlers} />;
  const controls = (page: Element) =>
    [...page.querySelectorAll('button')].map((button) => button.ariaLabel ?? button.getAttribute('aria-label'));

  it.each<[FileState, string[], string]>([
    [{ kind: 'ready' }, ['Remove scan.pdf'], '2 kB'],
    [{ kind: 'uploading', sentBytes: 500 }, ['Pause scan.pdf', 'Remove scan.pdf'], '500 bytes of 2 kB'],
    [{ kind: 'paused', sentBytes: 500 }, ['Resume scan.pdf', 'Remove scan.pdf'], 'Paused at 500 bytes of 2 kB'],
    [{ kind: 'checking' }, ['Remove scan.pdf'], 'Checking the file'],
    [{ kind: 'failed', reason: 'Too large' }, ['Try scan.pdf again', 'Remove scan.pdf'], 'Too large'],
  ])('%o_OffersWhatCanBeDone', async (state, names, note) => {
    const page = await show(tile(state));
    expect(controls(page)).toEqual(names);
    expect(find(page, '.file-note').textContent).toBe(note);
  });

  it('Progress_IsTheBrowsersOwn', async () => {
    const bar = find<HTMLProgressElement>(await show(tile({ kind: 'uploading', sentBytes: 500 })), 'progress');
    expect([bar.value, bar.max, bar.getAttribute('aria-label')]).toEqual([500, 2000, 'Upload of scan.pdf']);
  });

  it('Controls_TellTheirPage', async () => {
    const page = await show(tile({ kind: 'uploading', sentBytes: 1 }));
    await click(findButton(page, 'Pause scan.pdf'));
    await click(findButton(page, 'Remove scan.pdf'));
    expect(handlers.onPause).toHaveBeenCalledOnce();
    expect(handlers.onCancel).toHaveBeenCalledOnce();
  });

  it('OnlyAReadyFile_Opens', async () => {
    const onOpen = vi.fn();
    const checking = await show(<FileTile name="a.pdf" bytes={1} state={{ kind: 'checking' }} onOpen={onOpen} />);
    expect(checking.querySelector('button')).toBeNull();
    const ready = await show(<FileTile name="a.pdf" bytes={1} state={{ kind: 'ready' }} onOpen={onOpen} />);
    await click(findButton(ready, 'View a.pdf'));
    expect(onOpen).toHaveBeenCalledOnce();
  });
});
