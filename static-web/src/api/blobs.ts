import { api } from './api.ts';
import { Failure } from './failure.ts';
import type { StoredFile } from './types.ts';

/** A short-lived address in the store, for this one file. */
export async function addressOf(file: StoredFile, purpose: 'view' | 'download', signal?: AbortSignal): Promise<string> {
  const { fileId, collaborationId } = file;
  const within = collaborationId === undefined ? {} : { collaboration: collaborationId };
  const input = { path: { fileId }, query: { purpose, ...within } };
  const { body } = await api.get('/files/{fileId}/address', input, signal === undefined ? {} : { signal });
  return body.url;
}

export async function fetchContent(file: StoredFile, signal: AbortSignal): Promise<Blob> {
  const response = await fetch(await addressOf(file, 'view', signal), { signal, credentials: 'omit' }).catch(
    (cause: unknown) => {
      throw signal.aborted || cause instanceof Failure ? cause : new Failure('unreachable', 0, { cause });
    },
  );
  if (!response.ok) {
    throw new Failure('refused', response.status);
  }
  return response.blob();
}

/** A picture as an address of this page. Give it back with URL.revokeObjectURL. */
export async function fetchPicture(file: StoredFile, signal: AbortSignal): Promise<string> {
  return URL.createObjectURL(await fetchContent(file, signal));
}

/** Lets the browser save the file. */
export async function saveFile(file: StoredFile): Promise<void> {
  location.assign(await addressOf(file, 'download'));
}
