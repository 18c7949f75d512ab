import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { describeAccessibility } from '../../testing/accessibility.ts';
import { click, find, findButton, show } from '../../testing/show.tsx';
import { fixtures, openDialog } from './Dialog.fixtures.tsx';
import { Dialog } from './Dialog.tsx';

describeAccessibility({ ...fixtures, Open: openDialog });

describe('Dialog', () => {
  it('Opened_StartsAtItsTitle', async () => {
    const page = await show(fixtures['Closed']?.());
    expect(find<HTMLDialogElement>(page, 'dialog').open).toBe(false);
    await click(findButton(page, 'Close the case'));
    expect(find<HTMLDialogElement>(page, 'dialog').open).toBe(true);
    expect(document.activeElement?.textContent).toBe('Close the case');
    await click(findButton(page, 'Keep it open'));
    expect(find<HTMLDialogElement>(page, 'dialog').open).toBe(false);
  });

  it('EscapeCrossAndPressOutside_AskToClose', async () => {
    const onClose = vi.fn();
    const page = await show(
      <Dialog open title="Title" onClose={onClose}>
        <p>Text</p>
      </Dialog>,
    );
    const dialog = find<HTMLDialogElement>(page, 'dialog');
    const cancelled = new Event('cancel', { cancelable: true });
    await act(() => void dialog.dispatchEvent(cancelled));
    expect(cancelled.defaultPrevented).toBe(true);
    await click(findButton(page, 'Close'));
    await click(dialog);
    await act(() => void dialog.dispatchEvent(new Event('close')));
    expect(onClose).toHaveBeenCalledTimes(4);
    await click(find(page, 'p'));
    expect(onClose).toHaveBeenCalledTimes(4);
  });
});
