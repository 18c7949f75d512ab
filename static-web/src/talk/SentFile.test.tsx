import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { StoredFile } from '../api/types.ts';
import { type Asked, serve } from '../testing/service.ts';
import { settled } from '../testing/settled.ts';
import { click, find, findButton, show } from '../testing/show.tsx';
import { SentFile } from './SentFile.tsx';

const photo: StoredFile = {
  fileId: 'f1',
  name: 'photo.png',
  kind: 'image',
  contentType: 'image/png',
  size: 1200,
  state: 'ready',
  shared: false,
  canShare: false,
};

/** Scrolls the page: whatever is watched comes into view, or out of it. */
let scroll: (isIntersecting: boolean) => Promise<void>;

let asked: Asked[];

beforeEach(() => {
  let tell: ((entries: readonly { readonly isIntersecting: boolean }[]) => void) | undefined;
  scroll = async (isIntersecting) => act(() => tell?.([{ isIntersecting }]));
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(callback: typeof tell) {
        tell = callback;
      }
      observe() {}
      disconnect() {
        tell = undefined;
      }
    },
  );
  URL.createObjectURL = () => 'blob:https://pages.example/1';
  URL.revokeObjectURL = () => undefined;
  asked = serve({
    'GET /files/f1/address': { url: 'https://store.example/f1?sig=s' },
    'GET /f1': new Response('picture'),
  });
});

describe('SentFile', () => {
  it('Picture_IsFetchedOnceItsPlaceComesIntoView', async () => {
    const page = await show(<SentFile file={photo} onView={() => undefined} />);
    await scroll(false);
    expect(find(page, '.sent-picture').childElementCount).toBe(0);
    expect(asked).toEqual([]);
    await scroll(true);
    await settled(() => expect(find<HTMLImageElement>(page, 'img').src).toBe('blob:https://pages.example/1'));
    await scroll(false);
    await scroll(true);
    expect(asked.map(({ line }) => line)).toEqual(['GET /files/f1/address?purpose=view', 'GET /f1?sig=s']);
  });

  it('PictureInAListOfFiles_IsOpenedByItsNameAndNotFetched', async () => {
    const onView = vi.fn();
    const page = await show(<SentFile file={photo} picture={false} onView={onView} />);
    await scroll(true);
    expect(page.querySelector('.sent-picture')).toBeNull();
    await click(findButton(page, 'View photo.png'));
    expect(onView).toHaveBeenCalledWith(photo);
    expect(asked).toEqual([]);
  });
});
