/** Milliseconds. Two answers differ by less than this: their date has no fractions, and they take a while to come. */
const jitter = 3_000;

/**
 * How far this device's clock is ahead of the service's, in milliseconds (below zero: behind it), as one more answer tells. A measure is never too
 * small, only too large by the second that the date is cut to and the time that the answer took: of several the smallest is the best. One that
 * differs by more means that the device's clock was set meanwhile.
 *
 * @param known what the answers before told
 * @param date of the answer (RFC 9110); without one nothing is learned
 * @param now the device's clock when it came
 */
export function clockAhead(known: number | undefined, date: string | undefined, now: number): number | undefined {
  const measured = now - Date.parse(date ?? '');
  if (Number.isNaN(measured)) {
    return known;
  }
  return known !== undefined && Math.abs(measured - known) < jitter ? Math.min(known, measured) : measured;
}
