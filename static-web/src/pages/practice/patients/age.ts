export interface Age {
  readonly years: number;
  /** Whole months since birth, years included. */
  readonly months: number;
}

/**
 * How old somebody is on a day, by the calendar: whoever was born on the 29th of February is a year older on the 1st of March of a common year.
 *
 * @param born an ISO date such as 1956-02-29
 * @param today the day at the reader's place, in the same form
 */
export function ageOn(born: string, today: string): Age {
  const [bornYear = 0, bornMonth = 0, bornDay = 0] = born.split('-').map(Number);
  const [year = 0, month = 0, day = 0] = today.split('-').map(Number);
  const months = (year - bornYear) * 12 + month - bornMonth - (day < bornDay ? 1 : 0);
  return { years: Math.floor(months / 12), months };
}

/** The day at a place, as an ISO date. */
export function todayIn(timeZone: string, now: Date): string {
  // Swedish dates are ISO dates.
  return new Intl.DateTimeFormat('sv', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(now);
}
