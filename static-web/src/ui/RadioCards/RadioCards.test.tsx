import { describe, expect, it, vi } from 'vitest';
import { describeAccessibility } from '../../testing/accessibility.ts';
import { click, find, show } from '../../testing/show.tsx';
import { fixtures } from './RadioCards.fixtures.tsx';
import { RadioCards } from './RadioCards.tsx';

describeAccessibility(fixtures);

describe('RadioCards', () => {
  it('NothingChosen_IsLeftOpen', async () => {
    const page = await show(fixtures['Nothing chosen']?.());
    expect(page.querySelectorAll(':checked')).toHaveLength(0);
  });

  it('Chosen_IsTold', async () => {
    const onChange = vi.fn();
    const cards = [
      { value: 'text', label: 'Send a text' },
      { value: 'call', label: 'Call me' },
    ];
    const page = await show(<RadioCards label="How?" cards={cards} value="text" onChange={onChange} />);
    await click(find(page, 'input[value=call]'));
    expect(onChange).toHaveBeenCalledWith('call');
  });

  it('TwoGroups_DoNotShareAName', async () => {
    const page = await show(
      <>
        {fixtures['Chosen']?.()}
        {fixtures['Nothing chosen']?.()}
      </>,
    );
    expect(new Set([...page.querySelectorAll('input')].map((radio) => radio.name)).size).toBe(2);
  });
});
