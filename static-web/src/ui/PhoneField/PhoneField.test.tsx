import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { describeAccessibility } from '../../testing/accessibility.ts';
import { find, show, type } from '../../testing/show.tsx';
import { groupDigits } from './groupDigits.ts';
import { fixtures } from './PhoneField.fixtures.tsx';
import { PhoneField } from './PhoneField.tsx';

describeAccessibility(fixtures);

const countries = [
  { code: 'US', calling: '1' },
  { code: 'FR', calling: '33' },
];

describe('PhoneField', () => {
  it('Countries_AreNamedInTheReadersLanguage', async () => {
    const page = await show(
      <PhoneField label="Phone" countries={countries} value={{ country: 'FR', number: '' }} onInput={vi.fn()} />,
      { language: 'es', locale: 'es' },
    );
    expect([...page.querySelectorAll('option')].map((option) => option.textContent)).toEqual([
      'Estados Unidos (+1)',
      'Francia (+33)',
    ]);
    expect(find<HTMLSelectElement>(page, 'select').value).toBe('FR');
    expect(find(page, '.phone-calling').textContent).toBe('+33');
  });

  it('OneCountry_IsNotAsked', async () => {
    const page = await show(fixtures['One country']?.());
    expect(page.querySelector('select')).toBeNull();
  });

  it('Left_GroupsWhatWasTyped', async () => {
    const page = await show(fixtures['Empty']?.());
    const number = find<HTMLInputElement>(page, 'input');
    await type(number, '2025550143');
    expect(number.value).toBe('2025550143');
    await act(() => void number.dispatchEvent(new FocusEvent('blur')));
    expect(number.value).toBe('202 555 0143');
  });
});

describe('GroupDigits', () => {
  it.each([
    ['2025550143', '1', '202 555 0143'],
    ['(202) 555-0143', '1', '202 555 0143'],
    ['+1 202.555.0143', '1', '202 555 0143'],
    ['12025550143', '1', '202 555 0143'],
    ['555 0143', '1', '555 0143'],
    ['+33 6 12 34 56 78', '33', '6 12 34 56 78'],
    ['06 12 34 56 78', '33', '06 12 34 56 78'],
    ['call me', '1', 'call me'],
    ['', '1', ''],
  ])('"%s" under +%s_Is "%s"', (typed, calling, grouped) => {
    expect(groupDigits(typed, calling)).toBe(grouped);
  });
});
