import './Viewer.css';
import { useEffect, useState } from 'preact/hooks';
import { saveFile } from '../api/blobs.ts';
import type { StoredFile } from '../api/types.ts';
import { viewer } from '../i18n/areas/viewer/viewer.ts';
import { useWords } from '../i18n/WordsProvider.tsx';
import { Button } from '../ui/Button/Button.tsx';
import { Dialog } from '../ui/Dialog/Dialog.tsx';
import { ChevronLeftIcon, ChevronRightIcon } from '../ui/Icon/ViewIcons.tsx';
import { DrawingPane } from './DrawingPane.tsx';
import { NotShown } from './NotShown.tsx';
import { PdfPane } from './PdfPane.tsx';
import { PicturePane } from './PicturePane.tsx';
import { Tool } from './Stage.tsx';
import { wayOf } from './viewable.ts';

export interface ViewerProps {
  /** Those that can be shown, in the order of the page. */
  readonly files: readonly StoredFile[];
  /** The one that is shown; undefined while the viewer is closed, which keeps its place so that the focus goes back to where it came from. */
  readonly shown: StoredFile | undefined;
  readonly onShow: (file: StoredFile) => void;
  readonly onClose: () => void;
}

/** One file, enlarged, with the others of its page before and after it. */
export function Part({ files, shown, onShow, onClose }: ViewerProps) {
  const words = useWords(viewer);
  const [failure, setFailure] = useState<unknown>(undefined);
  const index = files.findIndex((file) => file.fileId === shown?.fileId);
  const [previous, next] = [files[index - 1], files[index + 1]];
  // biome-ignore lint/correctness/useExhaustiveDependencies: what went wrong with one file says nothing of another
  useEffect(() => setFailure(undefined), [shown?.fileId]);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const to = event.key === 'ArrowLeft' ? previous : event.key === 'ArrowRight' ? next : undefined;
      if (shown !== undefined && to !== undefined && !isBusyWithArrows(event.target)) {
        event.preventDefault();
        onShow(to);
      }
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [shown, previous, next, onShow]);
  return (
    <Dialog
      full
      open={shown !== undefined}
      title={shown?.name ?? ''}
      onClose={onClose}
      bar={
        shown && (
          <>
            <Tool
              name={words('previous')}
              blocked={previous === undefined}
              onClick={() => previous && onShow(previous)}
            >
              <ChevronLeftIcon />
            </Tool>
            <span
              class="viewer-position"
              role="status"
              aria-label={`${shown.name}, ${words('position', place(index, files))}`}
            >
              {words('position', place(index, files))}
            </span>
            <Tool name={words('next')} blocked={next === undefined} onClick={() => next && onShow(next)}>
              <ChevronRightIcon />
            </Tool>
            <span class="viewer-save">
              <Button
                name={words('downloadName', { name: shown.name })}
                onClick={() => void saveFile(shown).catch(setFailure)}
              >
                {words('download')}
              </Button>
            </span>
          </>
        )
      }
    >
      {shown && failure === undefined && <Pane key={shown.fileId} file={shown} />}
      {failure !== undefined && <NotShown error={failure} />}
    </Dialog>
  );
}

function Pane({ file }: { readonly file: StoredFile }) {
  const way = wayOf(file);
  switch (way) {
    case 'picture':
      return <PicturePane file={file} />;
    case 'pdf':
      return <PdfPane file={file} />;
    case 'tiff':
    case 'dicom':
      return <DrawingPane file={file} way={way} />;
    default:
      return null;
  }
}

function place(index: number, files: readonly StoredFile[]) {
  return { number: index + 1, count: files.length };
}

/** A slider moves by the arrows, and so does what is larger than its stage. */
function isBusyWithArrows(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLInputElement || (target instanceof HTMLElement && target.scrollWidth > target.clientWidth)
  );
}

export const areas = [viewer] as const;
