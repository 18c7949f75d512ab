import { describe, expect, it, vi } from 'vitest';
import { describeAccessibility } from '../../testing/accessibility.ts';
import { click, find, findButton, press, show } from '../../testing/show.tsx';
import { fixtures } from './List.fixtures.tsx';
import { List } from './List.tsx';

describeAccessibility(fixtures);

describe('List', () => {
  it('UnreadSelectedAndFile_AreSaid', async () => {
    const page = await show(fixtures['Entries']?.());
    const [first, , third] = page.querySelectorAll('a');
    expect(first?.textContent).toContain('Unread:');
    expect(first?.textContent).toContain('With a file');
    expect(first?.getAttribute('aria-current')).toBe('page');
    expect(third?.textContent).not.toContain('Unread:');
  });

  it.each([
    ['ArrowDown', 0, 1],
    ['ArrowUp', 2, 1],
    ['ArrowUp', 0, 0],
    ['ArrowDown', 3, 3],
    ['Home', 3, 0],
    ['End', 0, 3],
  ])('%s from %d_GoesTo %d', async (key, from, to) => {
    const page = await show(fixtures['Entries']?.());
    const links = [...page.querySelectorAll('a')];
    links[from]?.focus();
    await press(document.activeElement ?? document.body, key);
    expect(document.activeElement).toBe(links[to]);
  });

  it('NothingOnThePagesThatWereRead_IsNotSaidToBeNone', async () => {
    const more = vi.fn();
    const page = await show(<List name="Cases" entries={[]} empty="No cases yet" more={more} />);
    expect(page.textContent).toBe('Nothing among the newest.Show more');
    await click(findButton(page, 'Show more'));
    expect(more).toHaveBeenCalledOnce();
  });

  it('Empty_SaysWhatToDo', async () => {
    const page = await show(fixtures['Empty']?.());
    expect(page.querySelector('ul')).toBeNull();
    expect(find(page, '.empty').textContent).toContain('then open a case');
  });
});
