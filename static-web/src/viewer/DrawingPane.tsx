import { useEffect, useRef, useState } from 'preact/hooks';
import { fetchContent } from '../api/blobs.ts';
import type { StoredFile } from '../api/types.ts';
import { viewer } from '../i18n/areas/viewer/viewer.ts';
import { useWords } from '../i18n/WordsProvider.tsx';
import { Button } from '../ui/Button/Button.tsx';
import { Skeleton } from '../ui/Skeleton/Skeleton.tsx';
import { type Drawing, type Page, Undrawable } from './drawing.ts';
import { type GreyScale, scaleOf, windowFrom } from './greyScale.ts';
import { NotShown } from './NotShown.tsx';
import { Stage } from './Stage.tsx';
import { useLoaded } from './useLoaded.ts';
import type { Zoom } from './zoom.ts';

/** Bytes: a file is decoded in memory, whole. */
const largestFile = 256 * 1024 * 1024;

/** Each is fetched when the first file of its kind is opened. */
const decoders = {
  dicom: async () => (await import('./dicom/readDicom.ts')).readDicom,
  tiff: async () => (await import('./tiff/readTiff.ts')).readTiff,
} as const;

interface DrawingPaneProps {
  readonly file: StoredFile;
  readonly way: keyof typeof decoders;
}

/** A picture that the browser does not show by itself, decoded here. */
export function DrawingPane({ file, way }: DrawingPaneProps) {
  const drawing = useLoaded(file.fileId, async (signal) => {
    if (file.size > largestFile) {
      throw new Undrawable('huge');
    }
    const [read, content] = await Promise.all([decoders[way](), fetchContent(file, signal)]);
    return read(content);
  });
  const [index, setIndex] = useState(0);
  if (drawing.state === 'loading') {
    return <Skeleton lines={6} />;
  }
  return drawing.state === 'failed' ? (
    <NotShown error={drawing.error} />
  ) : (
    <Pages file={file} drawing={drawing.value} index={index} onIndex={setIndex} />
  );
}

interface PagesProps {
  readonly file: StoredFile;
  readonly drawing: Drawing;
  readonly index: number;
  readonly onIndex: (index: number) => void;
}

function Pages({ file, drawing, index, onIndex }: PagesProps) {
  const words = useWords(viewer);
  const [zoom, setZoom] = useState<Zoom>('fit');
  const [chosen, setChosen] = useState<GreyScale | undefined>(undefined);
  const [last, setLast] = useState<Page | undefined>(undefined);
  const loaded = useLoaded(`${file.fileId} ${index}`, () => drawing.page(index));
  useEffect(() => {
    if (loaded.state === 'there') {
      setLast(loaded.value);
    }
  }, [loaded]);
  if (loaded.state === 'failed' && drawing.pages === 1) {
    return <NotShown error={loaded.error} />;
  }
  // The page before stays until the next one is there, so that turning pages does not flicker.
  const page = loaded.state === 'there' ? loaded.value : last;
  const number = index + 1;
  const greys = page?.greys;
  const scale = greys && (chosen ?? scaleOf(greys.window, greys));
  return (
    <Stage
      name={file.name}
      zoom={zoom}
      onZoom={setZoom}
      tools={
        <>
          {drawing.pages > 1 && (
            <Slider
              label={words('page', { number, count: drawing.pages })}
              least={1}
              most={drawing.pages}
              value={number}
              onChange={(value) => onIndex(value - 1)}
            />
          )}
          {scale !== undefined && (
            <>
              <Slider
                label={words('brightness')}
                least={0}
                most={100}
                value={scale.brightness}
                onChange={(brightness) => setChosen({ ...scale, brightness })}
              />
              <Slider
                label={words('contrast')}
                least={0}
                most={100}
                value={scale.contrast}
                onChange={(contrast) => setChosen({ ...scale, contrast })}
              />
              <Button kind="quiet" onClick={() => setChosen(undefined)}>
                {words('reset')}
              </Button>
            </>
          )}
        </>
      }
    >
      {loaded.state === 'failed' && <NotShown error={loaded.error} />}
      {loaded.state !== 'failed' && page && <Painted name={file.name} page={page} scale={chosen} />}
    </Stage>
  );
}

interface PaintedProps {
  readonly name: string;
  readonly page: Page;
  readonly scale: GreyScale | undefined;
}

function Painted({ name, page, scale }: PaintedProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const window = scale && page.greys && windowFrom(scale, page.greys);
    const image = page.paint(window);
    canvas.current?.getContext('2d')?.putImageData(new ImageData(image, page.width, page.height), 0, 0);
  }, [page, scale]);
  return <canvas ref={canvas} width={page.width} height={page.height} role="img" aria-label={name} />;
}

interface SliderProps {
  readonly label: string;
  readonly least: number;
  readonly most: number;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

function Slider({ label, least, most, value, onChange }: SliderProps) {
  return (
    <label class="viewer-slider">
      <span>{label}</span>
      <input
        type="range"
        min={least}
        max={most}
        value={value}
        onInput={(event) => onChange(event.currentTarget.valueAsNumber)}
      />
    </label>
  );
}
