import { useCallback } from 'preact/hooks';
import { api } from '../../../api/api.ts';
import type { CallOptions } from '../../../api/client.ts';
import type { components } from '../../../api/schema.ts';
import type { CollaborationState } from '../../../api/types.ts';
import { type PageParts, usePages } from '../../../paging/usePages.ts';

export interface CollaborationFilter {
  readonly query?: string;
  readonly state?: CollaborationState | 'all';
  readonly mine?: boolean;
  readonly unread?: boolean;
  /** Those about this patient. */
  readonly patientId?: string;
  /** Those that were started from this case. */
  readonly caseId?: string;
}

type Page = components['schemas']['CollaborationList'];

const pages: PageParts<Page> = {
  join: (read, page) => ({ ...page, collaborations: [...read.collaborations, ...page.collaborations] }),
  size: ({ collaborations }) => collaborations.length,
};

/** The collaborations that fit a filter, as they change. */
export function useCollaborations(practiceId: string, filter: CollaborationFilter) {
  const { query = '', state = 'all', mine = false, unread = false, patientId, caseId } = filter;
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
            ...(patientId === undefined ? {} : { patient: patientId }),
            ...(caseId === undefined ? {} : { case: caseId }),
            ...(cursor === undefined ? {} : { cursor }),
          },
        },
        options,
      ),
    [practiceId, query, state, mine, unread, patientId, caseId],
  );
  const { read, ...rest } = usePages<Page>(ask, pages);
  return { list: read?.collaborations, ...rest };
}
