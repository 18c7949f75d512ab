import { describe, expect, it } from 'vitest';
import { describeAccessibility } from '../../testing/accessibility.ts';
import { find, show, type } from '../../testing/show.tsx';
import { fixtures } from './CodeField.fixtures.tsx';

describeAccessibility(fixtures);

describe('CodeField', () => {
  it.each([
    ['123 456', '123456'],
    ['12a-3', '123'],
    ['1234567', '123456'],
    ['٣', ''],
  ])('"%s"_Becomes "%s"', async (typed, kept) => {
    const field = find<HTMLInputElement>(await show(fixtures['Empty']?.()), 'input');
    await type(field, typed);
    expect(field.value).toBe(kept);
  });

  it('Phone_OffersTheCodeAndItsDigits', async () => {
    const field = find(await show(fixtures['Empty']?.()), 'input');
    expect(field.getAttribute('autocomplete')).toBe('one-time-code');
    expect(field.getAttribute('inputmode')).toBe('numeric');
  });
});
