import { describe, expect, it } from 'vitest';
import { describeAccessibility } from '../../testing/accessibility.ts';
import { find, show } from '../../testing/show.tsx';
import { fixtures } from './Field.fixtures.tsx';

describeAccessibility(fixtures);

describe('Field', () => {
  it('HintAndError_AreReadWithTheControlInThatOrder', async () => {
    const page = await show(fixtures['Label, hint and error']?.());
    const described = find(page, 'input').getAttribute('aria-describedby')?.split(' ') ?? [];
    expect(described.map((id) => document.getElementById(id)?.textContent)).toEqual([
      'As on your insurance card.',
      'Error: Enter your name',
    ]);
  });

  it('Optional_IsSaidInTheLabel', async () => {
    const page = await show(fixtures['Optional']?.());
    expect(find(page, 'label').textContent).toBe('Middle name (optional)');
  });
});
