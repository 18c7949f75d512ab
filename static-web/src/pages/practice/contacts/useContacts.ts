import { useCallback, useEffect, useState } from 'preact/hooks';
import { api } from '../../../api/api.ts';
import type { components } from '../../../api/schema.ts';
import { useSession } from '../../../session/Signed.tsx';

export interface ContactFilter {
  readonly query: string;
  readonly archived: boolean;
}

type Page = components['schemas']['ContactList'];

export interface Contacts {
  readonly page: Page | undefined;
  readonly failure: unknown;
  readonly look: () => void;
  /** Undefined where there are no more. */
  readonly more: (() => void) | undefined;
}

/** Milliseconds after the last letter: a name that is typed is asked for once. */
const pause = 200;

/** The contacts that fit a filter. */
export function useContacts(practiceId: string, { query, archived }: ContactFilter): Contacts {
  const { lost } = useSession();
  const [page, setPage] = useState<Page | undefined>(undefined);
  const [failure, setFailure] = useState<unknown>(undefined);
  const [count, setCount] = useState(0);
  const fetchPage = useCallback(
    (cursor: string | undefined, signal?: AbortSignal) =>
      api.get(
        '/practices/{practiceId}/contacts',
        {
          path: { practiceId },
          query: {
            ...(query.trim() === '' ? {} : { q: query }),
            ...(archived ? { archived } : {}),
            ...(cursor === undefined ? {} : { cursor }),
          },
        },
        signal === undefined ? {} : { signal },
      ),
    [practiceId, query, archived],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: `count` asks for another look
  useEffect(() => {
    const left = new AbortController();
    const take = async () => {
      try {
        const { body } = await fetchPage(undefined, left.signal);
        setFailure(undefined);
        setPage(body);
      } catch (error) {
        if (!left.signal.aborted && !lost(error)) {
          setFailure(error);
        }
      }
    };
    const timer = setTimeout(() => void take(), query === '' ? 0 : pause);
    return () => {
      clearTimeout(timer);
      left.abort();
    };
  }, [fetchPage, lost, count]);
  const cursor = page?.cursor;
  const more = async () => {
    const { body } = await fetchPage(cursor);
    setPage((current) => ({ ...body, contacts: [...(current?.contacts ?? []), ...body.contacts] }));
  };
  return {
    page,
    failure,
    look: useCallback(() => setCount((current) => current + 1), []),
    more: cursor === undefined ? undefined : () => void more().catch((error) => lost(error) || setFailure(error)),
  };
}
