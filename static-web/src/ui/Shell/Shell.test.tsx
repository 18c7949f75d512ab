import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { describeAccessibility } from '../../testing/accessibility.ts';
import { click, find, findButton, show } from '../../testing/show.tsx';
import { fixtures } from './Shell.fixtures.tsx';
import { ConnectionNotice } from './Shell.tsx';

describeAccessibility(fixtures);

describe('SkipLink', () => {
  it('Followed_LeadsToTheContentAndLeavesTheAddress', async () => {
    location.hash = '#invitation';
    const page = await show(fixtures['Parts']?.());
    await click(findButton(page, 'Skip to the main content'));
    expect(document.activeElement).toBe(find(page, 'main'));
    expect(location.hash).toBe('#invitation');
    location.hash = '';
  });
});

describe('ConnectionNotice', () => {
  it('NetworkLostAndFound_IsSaidForAsLongAsItIsSo', async () => {
    const page = await show(<ConnectionNotice />);
    expect(page.textContent).toBe('');
    const onLine = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    await act(() => void window.dispatchEvent(new Event('offline')));
    expect(page.textContent).toContain('You are offline');
    expect(page.textContent).toContain('What you typed is kept.');
    onLine.mockReturnValue(true);
    await act(() => void window.dispatchEvent(new Event('online')));
    expect(page.textContent).toBe('');
  });
});
