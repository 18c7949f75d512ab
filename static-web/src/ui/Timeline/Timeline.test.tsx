import { describe, expect, it } from 'vitest';
import { describeAccessibility } from '../../testing/accessibility.ts';
import { find, show } from '../../testing/show.tsx';
import { fixtures } from './Timeline.fixtures.tsx';

describeAccessibility(fixtures);

describe('Timeline', () => {
  it('States_AreSaidAndNotOnlyShown', async () => {
    const page = await show(fixtures['Under way']?.());
    expect([...page.querySelectorAll('.said')].map((said) => said.textContent?.trim())).toEqual([
      'Done:',
      'Done:',
      'Now:',
      'Not yet:',
    ]);
    expect(find(page, '[aria-current=step]').textContent).toContain('Opened');
  });

  it('Times_AreForPeopleAndMachines', async () => {
    const time = find<HTMLTimeElement>(await show(fixtures['Under way']?.()), 'time');
    expect(time.dateTime).toBe('2026-11-20T15:04:00.000Z');
    expect(time.textContent).toMatch(/^Nov 20, 2026, 3:04\sPM$/u);
  });
});
