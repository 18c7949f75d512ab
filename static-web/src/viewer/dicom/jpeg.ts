import { checkSize, Undrawable } from '../drawing.ts';
import type { Samples } from './samples.ts';

/** A picture's own markers, of which one says its size (ITU-T T.81, B.2). */
const frameMarkers = [0xc0, 0xc1, 0xc2];

/**
 * A frame as the browser's own decoder gives it.
 *
 * @throws {Undrawable} another size than the file says, 12 bits, or no whole picture
 */
export async function decodeJpeg(data: Uint8Array, width: number, height: number): Promise<Uint8ClampedArray> {
  checkFrame(data, width, height);
  const bitmap = await createImageBitmap(new Blob([data.slice()], { type: 'image/jpeg' })).catch((error: unknown) => {
    throw new Undrawable('broken', error);
  });
  try {
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (context === null) {
      throw new Undrawable('huge');
    }
    context.drawImage(bitmap, 0, 0);
    return context.getImageData(0, 0, width, height).data;
  } finally {
    bitmap.close();
  }
}

/** Three samples of what was decoded; the first alone where it is grey. */
export function jpegSamples(rgba: Uint8ClampedArray): Samples {
  return { at: (pixel, sample) => rgba[pixel * 4 + sample] ?? 0, scale: 1 };
}

/** Before anything is decoded: what the picture says of itself must be what the file says. */
function checkFrame(data: Uint8Array, width: number, height: number): void {
  let at = 2;
  while (at + 9 < data.length && data[at] === 0xff) {
    const marker = data[at + 1] ?? 0;
    if (frameMarkers.includes(marker)) {
      const own = { bits: data[at + 4], height: wordAt(data, at + 5), width: wordAt(data, at + 7) };
      checkSize(own.width, own.height);
      if (own.bits !== 8) {
        throw new Undrawable('compression');
      }
      if (own.width !== width || own.height !== height) {
        throw new Undrawable('broken');
      }
      return;
    }
    at += 2 + wordAt(data, at + 2);
  }
  throw new Undrawable('broken');
}

function wordAt(data: Uint8Array, at: number): number {
  return ((data[at] ?? 0) << 8) | (data[at + 1] ?? 0);
}
