import { useState } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { StoredFile } from '../api/types.ts';
import { findViolations } from '../testing/accessibility.ts';
import { dicomBytes, numbers, syntaxes } from '../testing/dicomFile.ts';
import { settled } from '../testing/settled.ts';
import { click, find, findButton, press, show, type } from '../testing/show.tsx';
import { Part as Viewer } from './Viewer.tsx';

function file(fileId: string, name: string, contentType: string, size = 10): StoredFile {
  return { fileId, name, contentType, size, kind: 'image', state: 'ready', shared: false, canShare: false };
}

const files = [
  file('a', 'left.png', 'image/png'),
  file('b', 'plan.pdf', 'application/pdf'),
  file('c', 'scan.dcm', 'application/dicom'),
];

let content: Uint8Array<ArrayBuffer> = new Uint8Array();

function Page({ first }: { readonly first: StoredFile }) {
  const [shown, setShown] = useState<StoredFile | undefined>(first);
  return <Viewer files={files} shown={shown} onShow={setShown} onClose={() => setShown(undefined)} />;
}

/** Until what is fetched, decoded and drawn is there. */
const found = (page: HTMLElement, selector: string) => settled(() => find<HTMLElement>(page, selector));

beforeEach(() => {
  vi.stubGlobal('fetch', async (url: string) =>
    url.startsWith('/api')
      ? Response.json({ url: 'https://store.example/blob?sig=1', expiresAt: '2026-11-27T10:00:00Z' })
      : new Response(content),
  );
  URL.createObjectURL = () => 'blob:picture';
  URL.revokeObjectURL = vi.fn();
  content = new Uint8Array([1]);
});

describe('Viewer', () => {
  it('Picture_IsShownWithItsNameAndPlace', async () => {
    const page = await show(<Page first={files[0] as StoredFile} />);
    const image = await found(page, 'img');
    expect(image.getAttribute('src')).toBe('blob:picture');
    expect(find(page, 'h2').textContent).toBe('left.png');
    expect(find(page, '.viewer-position').textContent).toBe('1 of 3');
    expect(await findViolations(page)).toEqual([]);
  });

  it('ArrowsAndButtons_GoToTheNextAndTheOneBefore_AndStopAtTheEnds', async () => {
    const page = await show(<Page first={files[0] as StoredFile} />);
    await press(document.body, 'ArrowLeft');
    expect(find(page, 'h2').textContent).toBe('left.png');
    await press(document.body, 'ArrowRight');
    expect(find(page, 'h2').textContent).toBe('plan.pdf');
    await click(findButton(page, 'Next file'));
    expect(find(page, 'h2').textContent).toBe('scan.dcm');
    expect(findButton(page, 'Next file').getAttribute('aria-disabled')).toBe('true');
    await click(findButton(page, 'Next file'));
    await press(document.body, 'ArrowLeft');
    expect(find(page, 'h2').textContent).toBe('plan.pdf');
  });

  it('LeftPictures_AreGivenBack', async () => {
    const page = await show(<Page first={files[0] as StoredFile} />);
    await found(page, 'img');
    await press(document.body, 'ArrowRight');
    expect(URL.revokeObjectURL).toHaveBeenCalledWith('blob:picture');
  });

  it('Closed_ShowsNothingAndListensToNothing', async () => {
    const page = await show(<Page first={files[0] as StoredFile} />);
    await click(findButton(page, 'Close'));
    expect(find<HTMLDialogElement>(page, 'dialog').open).toBe(false);
    await press(document.body, 'ArrowRight');
    expect(page.querySelector('h2')).toBeNull();
  });

  it('Zoom_ByKeysButtonsAndDoubleClick', async () => {
    const page = await show(<Page first={files[0] as StoredFile} />);
    await found(page, 'img');
    const stage = find(page, '.viewer-stage');
    const size = () => find(page, '.viewer-size').textContent;
    expect(size()).toBe('Whole picture');
    await press(document.body, '+');
    expect(size()).toBe('Actual size');
    await click(findButton(page, 'Enlarge'));
    await click(findButton(page, 'Enlarge'));
    await click(findButton(page, 'Enlarge'));
    expect(size()).toBe('400 %');
    await click(findButton(page, 'Make smaller'));
    expect(size()).toBe('200 %');
    await press(document.body, '0');
    await act(() => void stage.dispatchEvent(new MouseEvent('dblclick', { bubbles: true })));
    expect(size()).toBe('Actual size');
    const wheel = new WheelEvent('wheel', { ctrlKey: true, deltaY: 1, bubbles: true, cancelable: true });
    await act(() => void stage.dispatchEvent(wheel));
    expect(wheel.defaultPrevented).toBe(true);
    expect(size()).toBe('Whole picture');
  });

  it('BrokenPicture_SaysSo', async () => {
    const page = await show(<Page first={files[0] as StoredFile} />);
    const image = await found(page, 'img');
    await act(() => void image.dispatchEvent(new Event('error')));
    expect(page.textContent).toContain('damaged or not complete');
    expect(findButton(page, 'Download left.png')).toBeDefined();
  });

  it('Pdf_IsInAFrameOfTheStore_WhereTheBrowserHasAReader', async () => {
    Object.defineProperty(navigator, 'pdfViewerEnabled', { value: true, configurable: true });
    const page = await show(<Page first={files[1] as StoredFile} />);
    const frame = await found(page, 'iframe');
    expect(frame.getAttribute('src')).toBe('https://store.example/blob?sig=1');
    expect(frame.title).toBe('PDF plan.pdf');
  });

  it('Pdf_OpensInATab_WhereThereIsNone', async () => {
    Object.defineProperty(navigator, 'pdfViewerEnabled', { value: false, configurable: true });
    const page = await show(<Page first={files[1] as StoredFile} />);
    const link = await found(page, 'a[target="_blank"]');
    expect(link.getAttribute('rel')).toBe('noopener noreferrer');
    expect(page.querySelector('iframe')).toBeNull();
    expect(await findViolations(page)).toEqual([]);
  });

  it('Dicom_HasSlidersForItsFramesAndGreys', async () => {
    content = await dicomBytes({ rows: 1, columns: 2, frames: 2, pixels: numbers(1, [0, 255, 9, 7]) });
    const page = await show(<Page first={files[2] as StoredFile} />);
    const canvas = await found(page, 'canvas');
    expect(canvas.getAttribute('aria-label')).toBe('scan.dcm');
    const sliders = [...page.querySelectorAll<HTMLInputElement>('input[type="range"]')];
    expect(sliders.map((slider) => slider.labels?.[0]?.textContent)).toEqual(['Page 1 of 2', 'Brightness', 'Contrast']);
    await type(sliders[0] as HTMLInputElement, '2');
    expect(page.textContent).toContain('Page 2 of 2');
    await type(sliders[1] as HTMLInputElement, '80');
    expect(sliders[1]?.value).toBe('80');
    await click(findButton(page, 'Reset'));
    expect(sliders[1]?.value).not.toBe('80');
    expect(await findViolations(page)).toEqual([]);
    await press(sliders[1] as HTMLInputElement, 'ArrowLeft');
    expect(find(page, 'h2').textContent).toBe('scan.dcm');
  });

  it('Dicom_ThatCannotBeDrawn_SaysWhy', async () => {
    content = await dicomBytes({ syntax: syntaxes.jpeg2000, rows: 1, columns: 2, fragments: [numbers(1, [1, 2])] });
    const page = await show(<Page first={files[2] as StoredFile} />);
    await found(page, '.viewer-note');
    expect(page.textContent).toContain('stored in a way that cannot be shown here');
  });

  it('FileThatIsTooLargeForTheMemory_IsNotFetched', async () => {
    const huge = file('d', 'film.dcm', 'application/dicom', 300 * 1024 * 1024);
    const page = await show(<Viewer files={[huge]} shown={huge} onShow={() => undefined} onClose={() => undefined} />);
    await found(page, '.viewer-note');
    expect(page.textContent).toContain('too large');
  });
});
