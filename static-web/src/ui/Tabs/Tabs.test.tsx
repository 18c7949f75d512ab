import { describe, expect, it } from 'vitest';
import { describeAccessibility } from '../../testing/accessibility.ts';
import { click, find, press, show } from '../../testing/show.tsx';
import { fixtures } from './Tabs.fixtures.tsx';

describeAccessibility(fixtures);

const selected = (page: Element) => find(page, '[aria-selected=true]');

describe('Tabs', () => {
  it('Pressed_ShowsItsPanel', async () => {
    const page = await show(fixtures['Plain']?.());
    const [, , third] = page.querySelectorAll<HTMLElement>('[role=tab]');
    await click(third as HTMLElement);
    expect(find(page, '[role=tabpanel]').textContent).toBe('The patient of the case.');
    expect(find(page, '[role=tabpanel]').getAttribute('aria-labelledby')).toBe(third?.id);
  });

  it.each([
    ['ArrowRight', 'doctor'],
    ['ArrowLeft', 'patient'],
    ['End', 'patient'],
    ['Home', 'overview'],
  ])('%s from the first_Chooses %s', async (key, id) => {
    const page = await show(fixtures['Plain']?.());
    selected(page).focus();
    await press(selected(page), key);
    expect(selected(page).id.endsWith(id)).toBe(true);
    expect(document.activeElement).toBe(selected(page));
  });

  it('TabKey_StopsOnce', async () => {
    const page = await show(fixtures['Plain']?.());
    expect([...page.querySelectorAll<HTMLElement>('[role=tab]')].map((tab) => tab.tabIndex)).toEqual([0, -1, -1]);
  });

  it('OtherKeys_AreLeftToTheBrowser', async () => {
    const page = await show(fixtures['Plain']?.());
    expect((await press(selected(page), 'ArrowDown')).defaultPrevented).toBe(false);
  });
});
