import { useCallback, useEffect, useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import { poll } from '../../api/poll.ts';
import type { components } from '../../api/schema.ts';
import type { CaseSummary } from '../../api/types.ts';
import { useSession } from '../../session/Signed.tsx';

export interface CaseFilter {
  readonly query: string;
  readonly status: 'open' | 'closed';
  readonly whose: 'mine' | 'all';
}

interface Cases {
  readonly list: readonly CaseSummary[] | undefined;
  readonly failure: unknown;
  readonly look: () => void;
  /** Undefined where there are no more. */
  readonly more: (() => void) | undefined;
}

type Page = components['schemas']['CaseList'];

const every = 20_000;

/** The cases that fit a filter, as they change. */
export function useCases(practiceId: string, filter: CaseFilter): Cases {
  const { lost } = useSession();
  const [page, setPage] = useState<Page | undefined>(undefined);
  const [failure, setFailure] = useState<unknown>(undefined);
  const [count, setCount] = useState(0);
  const { query, status, whose } = filter;
  const fetchPage = useCallback(
    (cursor: string | undefined, options: Parameters<typeof api.get>[2]) =>
      api.get(
        '/practices/{practiceId}/cases',
        {
          path: { practiceId },
          query: {
            status,
            ...(query === '' ? {} : { q: query }),
            ...(whose === 'all' ? { member: 'all' } : {}),
            ...(cursor === undefined ? {} : { cursor }),
          },
        },
        options,
      ),
    [practiceId, query, status, whose],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: `count` asks for another look
  useEffect(
    () =>
      poll<Page>({
        look: (options) => fetchPage(undefined, { ...options, background: true }),
        onChange: (body) => {
          setFailure(undefined);
          setPage(body);
        },
        onFailure: (error) => lost(error) || setFailure(error),
        every,
      }).stop,
    [fetchPage, lost, count],
  );
  const cursor = page?.cursor;
  const more = async () => {
    const { body } = await fetchPage(cursor, {});
    setPage((current) => ({ ...body, cases: [...(current?.cases ?? []), ...body.cases] }));
  };
  return {
    list: page?.cases,
    failure,
    look: useCallback(() => setCount((current) => current + 1), []),
    more: cursor === undefined ? undefined : () => void more().catch(lost),
  };
}
