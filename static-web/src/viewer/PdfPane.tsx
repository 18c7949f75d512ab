import { addressOf } from '../api/blobs.ts';
import type { StoredFile } from '../api/types.ts';
import { viewer } from '../i18n/areas/viewer/viewer.ts';
import { useWords } from '../i18n/WordsProvider.tsx';
import { Banner } from '../ui/Banner/Banner.tsx';
import { Skeleton } from '../ui/Skeleton/Skeleton.tsx';
import { NotShown } from './NotShown.tsx';
import { useLoaded } from './useLoaded.ts';

/**
 * A PDF by the browser's own reader, in a frame of the store's own origin, where it can reach nothing of this page. A browser without one (Android's)
 * gets a tab of its own for it.
 */
export function PdfPane({ file }: { readonly file: StoredFile }) {
  const words = useWords(viewer);
  const loaded = useLoaded(file.fileId, (signal) => addressOf(file, 'view', signal));
  switch (loaded.state) {
    case 'loading':
      return <Skeleton lines={6} />;
    case 'failed':
      return <NotShown error={loaded.error} />;
    case 'there':
      return navigator.pdfViewerEnabled ? (
        <iframe class="viewer-pdf" src={loaded.value} title={words('pdfIn', { name: file.name })} />
      ) : (
        <div class="viewer-note">
          <Banner kind="info">{words('cannot.noPdf')}</Banner>
          <a class="button button--primary" href={loaded.value} target="_blank" rel="noopener noreferrer">
            {words('openTab')}
          </a>
        </div>
      );
  }
}
