import type { Place } from '../../../i18n/format.ts';

/**
 * A date of FHIR as a locale writes it, as exact as it is and no more: a year, a month, a day, or a moment.
 * https://hl7.org/fhir/R4/datatypes.html#dateTime
 */
export function formatFhirDate(place: Place, value: string): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/u.exec(value) ?? [];
  if (year === undefined) {
    return value;
  }
  // A date without a time is of no zone: it is the same day everywhere.
  const zone = value.includes('T') && place.timeZone !== undefined ? place.timeZone : 'UTC';
  const at = new Date(value.includes('T') ? value : `${year}-${month ?? '01'}-${day ?? '01'}`);
  if (Number.isNaN(at.getTime())) {
    return value;
  }
  return new Intl.DateTimeFormat(place.locale, {
    year: 'numeric',
    ...(month === undefined ? {} : { month: day === undefined ? 'long' : 'short' }),
    ...(day === undefined ? {} : { day: 'numeric' }),
    timeZone: zone,
  }).format(at);
}

/** Newest first; what has no date comes last. Partial dates are compared as they are written: 2011 stands before 2011-05, its part. */
export function newestFirst(one: string | undefined, other: string | undefined): number {
  return (other ?? '').localeCompare(one ?? '', 'en');
}
