import { describe, expect, it } from 'vitest';
import { describeAccessibility } from '../../testing/accessibility.ts';
import { find, show } from '../../testing/show.tsx';
import { fixtures } from './ShellNav.fixtures.tsx';

describeAccessibility(fixtures);

describe('ShellNav', () => {
  it('CurrentPageAndNewThings_AreSaid', async () => {
    const page = await show(fixtures['With new things']?.());
    const current = find(page, '[aria-current=page]');
    expect(current.textContent).toContain('Inbox');
    expect(find(current, '.said').textContent).toBe('3 new');
    expect(find(page, 'nav').getAttribute('aria-label')).toBe('Main');
  });
});
