import { FileTile } from '../ui/FileTile/FileTile.tsx';
import type { Uploads } from './useUploads.ts';

/** The files that somebody has chosen, each with its progress and what can be done about it. */
export function UploadTiles({ uploads }: { readonly uploads: Uploads }) {
  return (
    <>
      {uploads.files.map(({ key, file, state }) => (
        <FileTile
          key={key}
          name={file.name}
          bytes={file.size}
          state={state}
          onPause={() => uploads.pause(key)}
          onResume={() => uploads.resume(key)}
          onCancel={() => uploads.remove(key)}
        />
      ))}
    </>
  );
}
