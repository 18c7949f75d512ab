import { Failure } from '../../api/failure.ts';
import { practice } from '../../i18n/areas/practice/practice.ts';
import { useWords } from '../../i18n/WordsProvider.tsx';

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** The sentence for an email that was asked for too often, with how long to wait, by its code; none where that was not what went wrong. */
export function useSentTooOften(): (failure: unknown) => Readonly<Record<string, string>> {
  const words = useWords(practice);
  const sentence = (seconds: number): string => {
    if (seconds > 2 * day) {
      return words('sentTooOften.days', { count: Math.ceil(seconds / day) });
    }
    return seconds > 2 * hour
      ? words('sentTooOften.hours', { count: Math.ceil(seconds / hour) })
      : words('sentTooOften.minutes', { count: Math.ceil(seconds / minute) });
  };
  return (failure) =>
    failure instanceof Failure && failure.retryAfterSeconds !== undefined
      ? { 'sent-too-often': sentence(failure.retryAfterSeconds) }
      : {};
}
