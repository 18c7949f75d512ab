import { describe, expect, it, vi } from 'vitest';
import { describeAccessibility } from '../../testing/accessibility.ts';
import { find, show, type } from '../../testing/show.tsx';
import { fixtures } from './DateField.fixtures.tsx';
import { DateField, emptyDate, toIsoDate } from './DateField.tsx';

describeAccessibility(fixtures);

const labels = (page: Element) => [...page.querySelectorAll('label')].map((label) => label.textContent);

describe('DateField', () => {
  it('Boxes_AreInTheOrderOfTheLocale', async () => {
    const field = <DateField label="Born" value={emptyDate} onInput={vi.fn()} />;
    expect(labels(await show(field, { language: 'en', locale: 'en-US' }))).toEqual(['Month', 'Day', 'Year']);
  });

  it('OtherLocale_HasItsOwnOrder', async () => {
    const field = <DateField label="Born" value={emptyDate} onInput={vi.fn()} />;
    expect(labels(await show(field, { language: 'es', locale: 'es-MX' }))).toEqual(['Día', 'Mes', 'Año']);
  });

  it('Typed_KeepsTheOtherParts', async () => {
    const onInput = vi.fn();
    const page = await show(<DateField label="Born" value={{ day: '27', month: '', year: '' }} onInput={onInput} />);
    await type(find(page, 'input[id$=month]'), '3');
    expect(onInput).toHaveBeenCalledWith({ day: '27', month: '3', year: '' });
  });

  it('OnePartWrong_MarksThatBoxAlone', async () => {
    const page = await show(fixtures['One part wrong']?.());
    expect([...page.querySelectorAll('[aria-invalid=true]')].map((box) => box.id.split('-').at(-1))).toEqual(['month']);
  });

  it('BirthDate_MayBeFilledIn', async () => {
    const page = await show(fixtures['Empty']?.());
    expect([...page.querySelectorAll('input')].map((box) => box.getAttribute('autocomplete'))).toEqual([
      'bday-month',
      'bday-day',
      'bday-year',
    ]);
  });
});

describe('ToIsoDate', () => {
  it.each([
    [{ day: '7', month: '3', year: '1956' }, '1956-03-07'],
    [{ day: ' 29 ', month: '02', year: '2024' }, '2024-02-29'],
  ])('%o_Is %s', (typed, iso) => {
    expect(toIsoDate(typed)).toBe(iso);
  });

  it.each([
    emptyDate,
    { day: '29', month: '2', year: '2023' },
    { day: '31', month: '4', year: '2020' },
    { day: '1', month: '13', year: '2020' },
    { day: '0', month: '1', year: '2020' },
    { day: '1', month: '1', year: '56' },
    { day: '1.5', month: '1', year: '1956' },
    { day: '-1', month: '1', year: '1956' },
    { day: 'x', month: '1', year: '1956' },
  ])('%o_IsNoDate', (typed) => {
    expect(toIsoDate(typed)).toBeUndefined();
  });
});
