import type { StoredFile } from '../api/types.ts';

export type Way = 'picture' | 'pdf' | 'tiff' | 'dicom';

const ways: Readonly<Record<string, Way>> = {
  'image/jpeg': 'picture',
  'image/png': 'picture',
  'image/gif': 'picture',
  'image/webp': 'picture',
  'image/bmp': 'picture',
  'image/tiff': 'tiff',
  'application/dicom': 'dicom',
  'application/pdf': 'pdf',
};

/** How a file is shown in the page; undefined for one that is only saved, and for one that is not ready. */
export function wayOf(file: StoredFile): Way | undefined {
  return file.state === 'ready' ? ways[file.contentType] : undefined;
}
