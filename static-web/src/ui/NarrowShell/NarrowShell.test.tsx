import { describe, expect, it } from 'vitest';
import { describeAccessibility } from '../../testing/accessibility.ts';
import { find, show } from '../../testing/show.tsx';
import { fixtures } from './NarrowShell.fixtures.tsx';

describeAccessibility(fixtures);

describe('NarrowShell', () => {
  it('Step_IsSaidInWordsAndShownAsABar', async () => {
    const page = await show(fixtures['With a step']?.());
    expect(find(page, '.steps').textContent).toBe('Step 3 of 7');
    expect(page.querySelectorAll('.steps-segment')).toHaveLength(7);
    expect(page.querySelectorAll('.steps-segment--reached')).toHaveLength(3);
  });

  it('Practice_StandsAtTheTop', async () => {
    const page = await show(fixtures['With a step']?.());
    expect(find(page, 'header').textContent).toContain('Harbor Street Dental');
    expect(page.querySelector('.brand')).toBeNull();
  });
});
