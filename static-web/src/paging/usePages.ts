import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Answer, CallOptions } from '../api/client.ts';
import { poll } from '../api/poll.ts';
import { useSession } from '../session/Signed.tsx';

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

/** A page may be short, or empty and not the last. So many are asked for at a time until something is found; then the person says whether to go on. */
const mostEmpty = 10;

/** How a list is put together of its pages. */
export interface PageParts<Page> {
  /** Puts a further page behind what has been read. */
  readonly join: (read: Page, page: Page) => Page;
  /** How many things are in it. */
  readonly size: (page: Page) => number;
}

/**
 * A list of the service's that comes in pages, as it changes. After a change it is read anew as far as it had been read: what moved from one page
 * to another is neither lost nor there twice.
 *
 * @param ask for the page at a cursor; another function is another list
 * @param parts of the kind of list, the same each time
 */
export function usePages<Page extends { readonly cursor?: string }>(
  ask: (cursor: string | undefined, options: CallOptions) => Promise<Answer<Page>>,
  parts: PageParts<Page>,
): Pages<Page> {
  const { join, size } = parts;
  const { lost } = useSession();
  const [read, setRead] = useState<Page | undefined>(undefined);
  const [failure, setFailure] = useState<unknown>(undefined);
  const [count, setCount] = useState(0);
  const depth = useRef({ ask, pages: 1 });
  if (depth.current.ask !== ask) {
    depth.current = { ask, pages: 1 };
  }
  const fail = useCallback((error: unknown) => void (lost(error) || setFailure(error)), [lost]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `count` asks for another look
  useEffect(
    () =>
      poll<Page>({
        look: async (given) => {
          const first = await ask(undefined, { ...given, background: true });
          if (first.status === 304) {
            return first;
          }
          const { ifNoneMatch: _, ...options } = given;
          let whole = first.body;
          let pages = 1;
          for (; goesOn(whole, pages < depth.current.pages, size(whole), pages); pages += 1) {
            whole = join(whole, (await ask(whole.cursor, { ...options, background: true })).body);
          }
          depth.current.pages = Math.max(depth.current.pages, pages);
          return { ...first, body: whole };
        },
        onChange: (page) => {
          setFailure(undefined);
          setRead(page);
        },
        onFailure: fail,
        every,
      }).stop,
    [ask, fail, count, join, size],
  );
  const latest = useRef(read);
  latest.current = read;
  const look = useCallback(() => setCount((current) => current + 1), []);
  const cursor = read?.cursor;
  const more = async () => {
    let { body } = await ask(cursor, {});
    let pages = 1;
    for (; goesOn(body, false, size(body), pages); pages += 1) {
      body = join(body, (await ask(body.cursor, {})).body);
    }
    if (depth.current.ask === ask) {
      depth.current.pages += pages;
    }
    if (latest.current !== undefined && latest.current.cursor === cursor) {
      setRead(join(latest.current, body));
    } else {
      // It was read anew meanwhile, and ends elsewhere.
      look();
    }
  };
  return {
    read,
    failure,
    look,
    more: cursor === undefined ? undefined : () => void more().catch(fail),
  };
}

function goesOn(read: { readonly cursor?: string }, wanted: boolean, found: number, pages: number): boolean {
  return read.cursor !== undefined && (wanted || (found === 0 && pages < mostEmpty));
}
