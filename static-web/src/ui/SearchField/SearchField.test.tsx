import { describe, expect, it, vi } from 'vitest';
import { describeAccessibility } from '../../testing/accessibility.ts';
import { find, show, type } from '../../testing/show.tsx';
import { fixtures } from './SearchField.fixtures.tsx';
import { SearchField } from './SearchField.tsx';

describeAccessibility(fixtures);

describe('SearchField', () => {
  it('Typed_IsTold', async () => {
    const onInput = vi.fn();
    const page = await show(<SearchField label="Find a patient" value="" onInput={onInput} />);
    await type(find(page, 'input'), 'rui');
    expect(onInput).toHaveBeenCalledWith('rui');
    expect(find<HTMLInputElement>(page, 'input').labels?.[0]?.textContent).toBe('Find a patient');
  });
});
