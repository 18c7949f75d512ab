import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** For what is said at the head of a long form: whoever pressed a button at its end has to see and hear why, for each reason anew. */
export function useFocus(reason: unknown): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each reason anew
  useEffect(() => box.current?.focus(), [reason]);
  return box;
}
