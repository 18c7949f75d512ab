import './place.css';
import { useMemo, useState } from 'preact/hooks';
import type { StoredFile } from '../api/types.ts';
import { later } from '../later/later.tsx';
import { wayOf } from './viewable.ts';

const Viewer = later(() => import('./Viewer.tsx'));

/**
 * The files of a page that can be shown enlarged.
 *
 * @returns `view`, which opens one of them, and the viewer for the page to draw once
 */
export function useViewer(files: readonly StoredFile[]) {
  const [shown, setShown] = useState<StoredFile | undefined>(undefined);
  const [wanted, setWanted] = useState(false);
  const shows = useMemo(() => files.filter((file) => wayOf(file) !== undefined), [files]);
  return {
    view: (file: StoredFile) => {
      setWanted(true);
      setShown(file);
    },
    viewer: wanted && (
      <div class="viewer-place">
        <Viewer files={shows} shown={shown} onShow={setShown} onClose={() => setShown(undefined)} />
      </div>
    ),
  };
}
