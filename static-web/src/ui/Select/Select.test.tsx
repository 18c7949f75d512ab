import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { describeAccessibility } from '../../testing/accessibility.ts';
import { find, show } from '../../testing/show.tsx';
import { fixtures } from './Select.fixtures.tsx';
import { Select } from './Select.tsx';

describeAccessibility(fixtures);

describe('Select', () => {
  it('Chosen_IsTold', async () => {
    const onChange = vi.fn();
    const options = [
      { value: 'a', text: 'A' },
      { value: 'b', text: 'B' },
    ];
    const page = await show(<Select label="Letter" options={options} value="a" onChange={onChange} />);
    const select = find<HTMLSelectElement>(page, 'select');
    select.value = 'b';
    await act(() => void select.dispatchEvent(new Event('change', { bubbles: true })));
    expect(onChange).toHaveBeenCalledWith('b');
  });
});
