import { api } from '../../../api/api.ts';
import type { CallOptions } from '../../../api/client.ts';
import type { components } from '../../../api/schema.ts';
import type { Document } from '../../../api/types.ts';
import type { PageParts } from '../../../paging/usePages.ts';

export type Shelf = Document['shelf'];

/** Whose documents: a patient's, or the practice's own. */
export interface ShelfPlace {
  readonly practiceId: string;
  /** Undefined for the practice's education items. */
  readonly patientId: string | undefined;
  readonly shelf: Shelf;
}

export interface DocumentTexts {
  readonly title: string;
  readonly date?: string;
}

interface Asked {
  readonly sort: 'date' | 'title';
  readonly removed: boolean;
  readonly cursor: string | undefined;
}

type DocumentList = components['schemas']['DocumentList'];

/** The service's operations on a shelf: the same for a patient's library and for the practice's. */
export function shelfOf({ practiceId, patientId, shelf }: ShelfPlace) {
  const own = { practiceId };
  const of = { practiceId, patientId: patientId ?? '' };
  return {
    list: ({ sort, removed, cursor }: Asked, options: CallOptions) => {
      const query = { sort, ...(removed ? { removed } : {}), ...(cursor === undefined ? {} : { cursor }) };
      return patientId === undefined
        ? api.get('/practices/{practiceId}/education', { path: own, query }, options)
        : api.get(
            '/practices/{practiceId}/patients/{patientId}/documents',
            { path: of, query: { ...query, shelf: shelf === 'images' ? 'images' : 'correspondence' } },
            options,
          );
    },
    begin: async (file: { readonly name: string; readonly size: number }, texts: DocumentTexts) => {
      const body = { ...file, ...texts, shelf };
      const { body: place } =
        patientId === undefined
          ? await api.post('/practices/{practiceId}/education', { path: own, body })
          : await api.post('/practices/{practiceId}/patients/{patientId}/documents', { path: of, body });
      return place;
    },
    change: (documentId: string, body: DocumentTexts, ifMatch: string) =>
      patientId === undefined
        ? api.put('/practices/{practiceId}/education/{documentId}', { path: { ...own, documentId }, body }, { ifMatch })
        : api.put(
            '/practices/{practiceId}/patients/{patientId}/documents/{documentId}',
            { path: { ...of, documentId }, body },
            { ifMatch },
          ),
    remove: async (documentId: string) => {
      await (patientId === undefined
        ? api.delete('/practices/{practiceId}/education/{documentId}', { path: { ...own, documentId } })
        : api.delete('/practices/{practiceId}/patients/{patientId}/documents/{documentId}', {
            path: { ...of, documentId },
          }));
    },
    restore: async (documentId: string) => {
      await (patientId === undefined
        ? api.post('/practices/{practiceId}/education/{documentId}/restore', { path: { ...own, documentId } })
        : api.post('/practices/{practiceId}/patients/{patientId}/documents/{documentId}/restore', {
            path: { ...of, documentId },
          }));
    },
  };
}

export type ShelfCalls = ReturnType<typeof shelfOf>;

export const documentPages: PageParts<DocumentList> = {
  join: (read, page) => ({ ...page, documents: [...read.documents, ...page.documents] }),
  size: ({ documents }) => documents.length,
};
