import { useCallback } from 'preact/hooks';
import { api } from '../../../api/api.ts';
import type { CallOptions } from '../../../api/client.ts';
import type { components } from '../../../api/schema.ts';
import type { CollaborationState } from '../../../api/types.ts';
import { usePages } from '../usePages.ts';

export interface CollaborationFilter {
  readonly query: string;
  readonly state: CollaborationState | 'all';
  readonly mine: boolean;
  readonly unread: boolean;
}

type Page = components['schemas']['CollaborationList'];

const join = (read: Page, page: Page): Page => ({
  ...page,
  collaborations: [...read.collaborations, ...page.collaborations],
});

/** The collaborations that fit a filter, as they change. */
export function useCollaborations(practiceId: string, { query, state, mine, unread }: CollaborationFilter) {
  const ask = useCallback(
    (cursor: string | undefined, options: CallOptions) =>
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
  const { read, ...rest } = usePages<Page>(ask, join);
  return { list: read?.collaborations, ...rest };
}
