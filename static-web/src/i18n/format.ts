/** Dates, sizes and durations as a locale writes them. `locale` is a BCP 47 tag; times are shown in `timeZone`, or the device's. */
export interface Place {
  readonly locale: string;
  readonly timeZone?: string;
}

const styles = {
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  shortDay: { day: 'numeric', month: 'short' },
  time: { hour: 'numeric', minute: '2-digit' },
  moment: { day: 'numeric', month: 'short', year: 'numeric', hour: 'numeric', minute: '2-digit' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

export function formatDate(place: Place, at: Date, style: keyof typeof styles): string {
  const zone = place.timeZone === undefined ? {} : { timeZone: place.timeZone };
  return new Intl.DateTimeFormat(place.locale, { ...styles[style], ...zone }).format(at);
}

/** As a list of messages shows it: the time today, day and month within half a year, the whole date before that. */
export function formatRecent(place: Place, at: Date, now: Date): string {
  const halfYear = 183 * 24 * 60 * 60 * 1000;
  const today = formatDate(place, at, 'day') === formatDate(place, now, 'day');
  const recent = Math.abs(now.getTime() - at.getTime()) < halfYear;
  return formatDate(place, at, today ? 'time' : recent ? 'shortDay' : 'day');
}

const sizeUnits = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** A file's size in powers of 1000, as file managers and mail programs show it. */
export function formatSize(locale: string, bytes: number): string {
  const power = Math.min(bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3), sizeUnits.length - 1);
  const amount = bytes / 1000 ** power;
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: sizeUnits[power] ?? 'byte',
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: amount < 10 && power > 0 ? 1 : 0,
  }).format(amount);
}

/** Minutes and seconds on a countdown, such as 2:05. */
export function formatClock(locale: string, seconds: number): string {
  const two = new Intl.NumberFormat(locale, { minimumIntegerDigits: 2 });
  const plain = new Intl.NumberFormat(locale);
  return `${plain.format(Math.floor(seconds / 60))}:${two.format(seconds % 60)}`;
}

export type DatePart = 'day' | 'month' | 'year';

/** The order in which a locale writes a date: 11/23/2026 in the United States, 23/11/2026 in Spain. */
export function dateOrder(locale: string): DatePart[] {
  const parts = new Intl.DateTimeFormat(locale, { day: '2-digit', month: '2-digit', year: 'numeric' }).formatToParts(0);
  return parts.map((part) => part.type).filter((type): type is DatePart => ['day', 'month', 'year'].includes(type));
}
