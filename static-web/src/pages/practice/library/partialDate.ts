import { emptyDate, type TypedDate, toIsoDate } from '../../../ui/DateField/DateField.tsx';

/** What stands in the boxes for a date of the service's: a year, a month or a day. */
export function typedDate(date: string | undefined): TypedDate {
  const [year = '', month = '', day = ''] = date?.split('-') ?? [];
  return { ...emptyDate, year, month, day };
}

/** A date as exact as it was typed; an empty text for none, and undefined where the calendar has no such date. */
export function partialDate(typed: TypedDate): string | undefined {
  const [year, month, day] = [typed.year.trim(), typed.month.trim(), typed.day.trim()];
  if (year === '' && month === '' && day === '') {
    return '';
  }
  // A day without a month is of no date.
  const whole = toIsoDate({ year, month: month === '' && day === '' ? '1' : month, day: day === '' ? '1' : day });
  return whole?.slice(0, day !== '' ? 10 : month !== '' ? 7 : 4);
}
