import { useCallback } from 'preact/hooks';
import { api } from '../../api/api.ts';
import type { CallOptions } from '../../api/client.ts';
import type { components } from '../../api/schema.ts';
import { type PageParts, usePages } from '../../paging/usePages.ts';

export interface CaseFilter {
  readonly query: string;
  readonly status: 'open' | 'closed';
  readonly whose: 'mine' | 'all';
}

type Page = components['schemas']['CaseList'];

const pages: PageParts<Page> = {
  join: (read, page) => ({ ...page, cases: [...read.cases, ...page.cases] }),
  size: ({ cases }) => cases.length,
};

/** The cases that fit a filter, as they change. */
export function useCases(practiceId: string, { query, status, whose }: CaseFilter) {
  const ask = useCallback(
    (cursor: string | undefined, options: CallOptions) =>
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
  const { read, ...rest } = usePages<Page>(ask, pages);
  return { list: read?.cases, ...rest };
}
