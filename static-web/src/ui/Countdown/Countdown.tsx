import { useEffect, useRef, useState } from 'preact/hooks';
import { formatClock } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/WordsProvider.tsx';

interface CountdownProps {
  /** The end, on this device's clock. */
  readonly until: Date;
  /** What is counted, such as "You can edit for"; said before the time. */
  readonly label: string;
  readonly onEnd?: () => void;
}

/** Whole seconds left, never below zero. The last second is shown for as long as any of it is left. */
export function secondsUntil(until: Date, now: number): number {
  return Math.max(0, Math.ceil((until.getTime() - now) / 1000));
}

/** Counts by the clock and not by its own ticks, so a page that slept shows the right time when it wakes. */
export function Countdown({ until, label, onEnd }: CountdownProps) {
  const { locale } = useLanguage();
  const [left, setLeft] = useState(() => secondsUntil(until, Date.now()));
  const end = useRef(onEnd);
  end.current = onEnd;
  useEffect(() => {
    const tick = () => {
      const seconds = secondsUntil(until, Date.now());
      setLeft(seconds);
      if (seconds === 0) {
        clearInterval(timer);
        end.current?.();
      }
    };
    const timer = setInterval(tick, 250);
    tick();
    return () => clearInterval(timer);
  }, [until]);
  return (
    <span role="timer">
      {label} <time>{formatClock(locale, left)}</time>
    </span>
  );
}
