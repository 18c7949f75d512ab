import { useCallback, useEffect, useState } from 'preact/hooks';
import { api } from '../../../api/api.ts';
import { poll } from '../../../api/poll.ts';
import type { components } from '../../../api/schema.ts';
import type { CollaborationState } from '../../../api/types.ts';
import { useSession } from '../../../session/Signed.tsx';

export interface CollaborationFilter {
  readonly query: string;
  readonly state: CollaborationState | 'all';
  readonly mine: boolean;
  readonly unread: boolean;
}

type Page = components['schemas']['CollaborationList'];

const every = 20_000;

/** The collaborations that fit a filter, as they change. */
export function useCollaborations(practiceId: string, { query, state, mine, unread }: CollaborationFilter) {
  const { lost } = useSession();
  const [page, setPage] = useState<Page | undefined>(undefined);
  const [failure, setFailure] = useState<unknown>(undefined);
  const [count, setCount] = useState(0);
  const fetchPage = useCallback(
    (cursor: string | undefined, options: Parameters<typeof api.get>[2]) =>
      api.get(
        '/practices/{practiceId}/collaborations',
        {
          path: { practiceId },
          query: {
            ...(query.trim() === '' ? {} : { q: query }),
            ...(state === 'all' ? {} : { state }),
            ...(mine ? { mine } : {}),
            ...(unread ? { unread } : {}),
            ...(cursor === undefined ? {} : { cursor }),
          },
        },
        options,
      ),
    [practiceId, query, state, mine, unread],
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
    setPage((current) => ({ ...body, collaborations: [...(current?.collaborations ?? []), ...body.collaborations] }));
  };
  return {
    list: page?.collaborations,
    failure,
    look: useCallback(() => setCount((current) => current + 1), []),
    /** Undefined where there are no more. */
    more: cursor === undefined ? undefined : () => void more().catch((error) => lost(error) || setFailure(error)),
  };
}
