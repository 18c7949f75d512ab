import { describe, expect, it } from 'vitest';
import { describeAccessibility } from '../../testing/accessibility.ts';
import { click, find, show } from '../../testing/show.tsx';
import { fixtures } from './Checkbox.fixtures.tsx';

describeAccessibility(fixtures);

describe('Checkbox', () => {
  it('LabelPressed_Ticks', async () => {
    const page = await show(fixtures['Plain']?.());
    await click(find(page, 'label'));
    expect(find<HTMLInputElement>(page, 'input').checked).toBe(true);
  });
});
