import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { describeAccessibility } from '../../testing/accessibility.ts';
import { click, find, findButton, show } from '../../testing/show.tsx';
import { fixtures, Withdraw } from './Toast.fixtures.tsx';
import { Toasts } from './Toast.tsx';

describeAccessibility(fixtures);

describe('Toast', () => {
  const onUndo = vi.fn();
  const onGone = vi.fn();

  async function showToast(): Promise<HTMLElement> {
    const page = await show(
      <Toasts>
        <Withdraw onUndo={onUndo} onGone={onGone} />
      </Toasts>,
    );
    await click(findButton(page, 'Withdraw'));
    return page;
  }

  const wait = (milliseconds: number) => act(() => void vi.advanceTimersByTime(milliseconds));

  beforeEach(() => {
    onUndo.mockReset();
    onGone.mockReset();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });
  afterEach(() => void vi.useRealTimers());

  it('Shown_IsSaidByARegionThatWasThereBefore', async () => {
    const page = await showToast();
    expect(find(page, '[role=status]').textContent).toContain('Invitation withdrawn');
  });

  it('Undone_IsTakenBackAndNeverGone', async () => {
    const page = await showToast();
    await click(findButton(page, 'Undo'));
    await wait(60_000);
    expect(onUndo).toHaveBeenCalledOnce();
    expect(onGone).not.toHaveBeenCalled();
    expect(page.querySelector('.toast')).toBeNull();
  });

  it('TenSeconds_AreItsTime', async () => {
    const page = await showToast();
    await wait(9_900);
    expect(page.querySelector('.toast')).not.toBeNull();
    await wait(200);
    expect(page.querySelector('.toast')).toBeNull();
    expect(onGone).toHaveBeenCalledOnce();
  });

  it('FocusInside_StopsTheClock', async () => {
    const page = await showToast();
    await act(() => findButton(page, 'Undo').focus());
    await wait(60_000);
    expect(page.querySelector('.toast')).not.toBeNull();
    await act(() => findButton(page, 'Undo').blur());
    await wait(10_100);
    expect(page.querySelector('.toast')).toBeNull();
  });

  it('Closed_IsGoneAtOnce', async () => {
    const page = await showToast();
    await click(findButton(page, 'Close'));
    expect(onGone).toHaveBeenCalledOnce();
  });
});
