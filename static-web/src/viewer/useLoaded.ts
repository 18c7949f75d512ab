import { useEffect, useState } from 'preact/hooks';

export type Loaded<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'there'; readonly value: T }
  | { readonly state: 'failed'; readonly error: unknown };

/**
 * What `load` gives for a key; another key begins anew, and what comes late for an old one is dropped.
 *
 * @param release gives a value back that is not shown any more
 */
export function useLoaded<T>(
  key: string,
  load: (signal: AbortSignal) => Promise<T>,
  release?: (value: T) => void,
): Loaded<T> {
  const [loaded, setLoaded] = useState<Loaded<T>>({ state: 'loading' });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for what is loaded
  useEffect(() => {
    const left = new AbortController();
    let mine: { readonly value: T } | undefined;
    setLoaded({ state: 'loading' });
    load(left.signal).then(
      (value) => {
        if (left.signal.aborted) {
          release?.(value);
        } else {
          mine = { value };
          setLoaded({ state: 'there', value });
        }
      },
      (error: unknown) => !left.signal.aborted && setLoaded({ state: 'failed', error }),
    );
    return () => {
      left.abort();
      if (mine !== undefined) {
        release?.(mine.value);
      }
    };
  }, [key]);
  return loaded;
}
