import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Answer, CallOptions } from '../../api/client.ts';
import { poll } from '../../api/poll.ts';
import { useSession } from '../../session/Signed.tsx';

export interface Pages<Page> {
  /** As far as it has been read: the first page, and those that were asked for after it. */
  readonly read: Page | undefined;
  readonly failure: unknown;
  /** Looks again now. */
  readonly look: () => void;
  /** Undefined where there are no more. */
  readonly more: (() => void) | undefined;
}

/** Milliseconds between two looks at a list that others change. */
const every = 20_000;

/**
 * A list of the service's that comes in pages, as it changes. A change begins anew with the first page.
 *
 * @param ask for the page at a cursor; another function is another list
 * @param join puts a further page behind what has been read
 */
export function usePages<Page extends { readonly cursor?: string }>(
  ask: (cursor: string | undefined, options: CallOptions) => Promise<Answer<Page>>,
  join: (read: Page, page: Page) => Page,
): Pages<Page> {
  const { lost } = useSession();
  const [read, setRead] = useState<Page | undefined>(undefined);
  const [failure, setFailure] = useState<unknown>(undefined);
  const [count, setCount] = useState(0);
  const fail = useCallback((error: unknown) => void (lost(error) || setFailure(error)), [lost]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `count` asks for another look
  useEffect(
    () =>
      poll<Page>({
        look: (options) => ask(undefined, { ...options, background: true }),
        onChange: (page) => {
          setFailure(undefined);
          setRead(page);
        },
        onFailure: fail,
        every,
      }).stop,
    [ask, fail, count],
  );
  const cursor = read?.cursor;
  const more = async () => {
    const { body } = await ask(cursor, {});
    // Whatever has begun anew meanwhile goes on from its own end.
    setRead((current) => (current?.cursor === cursor && current !== undefined ? join(current, body) : current));
  };
  return {
    read,
    failure,
    look: useCallback(() => setCount((current) => current + 1), []),
    more: cursor === undefined ? undefined : () => void more().catch(fail),
  };
}
