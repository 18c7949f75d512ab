import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { viewer } from '../i18n/areas/viewer/viewer.ts';
import { useWords } from '../i18n/WordsProvider.tsx';
import { MinusIcon, PlusIcon } from '../ui/Icon/ViewIcons.tsx';
import { type Zoom, zoomBy, zooms } from './zoom.ts';

interface StageProps {
  readonly name: string;
  readonly zoom: Zoom;
  readonly onZoom: (zoom: Zoom) => void;
  /** The picture: one img or canvas. */
  readonly children: ComponentChildren;
  /** Beside the tools of every picture. */
  readonly tools?: ComponentChildren;
}

/** Room for a picture, with its size chosen by buttons, by + - 0 1, by a double click, or by the wheel with Ctrl (which is how a pinch arrives). */
export function Stage({ name, zoom, onZoom, children, tools }: StageProps) {
  const words = useWords(viewer);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const chosen = zoomOf(event.key, zoom);
      if (chosen !== undefined && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        onZoom(chosen);
      }
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [zoom, onZoom]);
  return (
    <>
      <section
        class={`viewer-stage viewer-stage--${zoom}`}
        aria-label={words('pictureOf', { name })}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what is larger than the stage is scrolled by the keyboard too
        tabIndex={0}
        onDblClick={() => onZoom(zoom === 'fit' ? 'actual' : 'fit')}
        onWheel={(event) => {
          if (event.ctrlKey) {
            event.preventDefault();
            onZoom(zoomBy(zoom, event.deltaY < 0 ? 1 : -1));
          }
        }}
      >
        {children}
      </section>
      <div class="viewer-tools">
        <div class="viewer-zoom">
          <Tool name={words('zoomOut')} blocked={zoom === zooms[0]} onClick={() => onZoom(zoomBy(zoom, -1))}>
            <MinusIcon />
          </Tool>
          <span class="viewer-size" role="status">
            {words(`zoom.${zoom}`)}
          </span>
          <Tool name={words('zoomIn')} blocked={zoom === zooms.at(-1)} onClick={() => onZoom(zoomBy(zoom, 1))}>
            <PlusIcon />
          </Tool>
        </div>
        {tools}
      </div>
    </>
  );
}

function zoomOf(key: string, zoom: Zoom): Zoom | undefined {
  switch (key) {
    case '+':
      return zoomBy(zoom, 1);
    case '-':
      return zoomBy(zoom, -1);
    case '0':
      return 'fit';
    case '1':
      return 'actual';
    default:
      return undefined;
  }
}

interface ToolProps {
  readonly name: string;
  readonly blocked: boolean;
  readonly onClick: () => void;
  readonly children: ComponentChildren;
}

/** A button that shows a sign and says its name. */
export function Tool({ name, blocked, onClick, children }: ToolProps) {
  return (
    <button
      type="button"
      class="viewer-tool"
      aria-label={name}
      title={name}
      aria-disabled={blocked || undefined}
      onClick={() => blocked || onClick()}
    >
      {children}
    </button>
  );
}
