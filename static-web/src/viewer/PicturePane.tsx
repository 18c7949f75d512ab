import { useState } from 'preact/hooks';
import { fetchPicture } from '../api/blobs.ts';
import type { StoredFile } from '../api/types.ts';
import { Skeleton } from '../ui/Skeleton/Skeleton.tsx';
import { Undrawable } from './drawing.ts';
import { NotShown } from './NotShown.tsx';
import { Stage } from './Stage.tsx';
import { useLoaded } from './useLoaded.ts';
import type { Zoom } from './zoom.ts';

/** A picture of a kind that browsers show. */
export function PicturePane({ file }: { readonly file: StoredFile }) {
  const [zoom, setZoom] = useState<Zoom>('fit');
  const [broken, setBroken] = useState(false);
  const loaded = useLoaded(file.fileId, (signal) => fetchPicture(file, signal), URL.revokeObjectURL);
  if (loaded.state === 'loading') {
    return <Skeleton lines={6} />;
  }
  if (loaded.state === 'failed' || broken) {
    return <NotShown error={loaded.state === 'failed' ? loaded.error : new Undrawable('broken')} />;
  }
  return (
    <Stage name={file.name} zoom={zoom} onZoom={setZoom}>
      <img src={loaded.value} alt={file.name} onError={() => setBroken(true)} />
    </Stage>
  );
}
