import { decodeImage, type IFD, toRGBA8 } from 'utif2';
import { checkSize, type Drawing, orBroken, type Page, Undrawable } from '../drawing.ts';
import { type Directory, readDirectories } from './directories.ts';

const mostBitsASample = 32;
const mostSamples = 8;

/** None, fax (three kinds), LZW, JPEG (two kinds), deflate (two kinds), PackBits: TIFF 6.0 and its supplements. */
const compressions = [1, 2, 3, 4, 5, 6, 7, 8, 32_946, 32_773];

/**
 * The pages of a TIFF file.
 *
 * @throws {Undrawable} what cannot be drawn
 */
export async function readTiff(file: Blob): Promise<Drawing> {
  const buffer = await file.arrayBuffer();
  const directories = orBroken(() => readDirectories(buffer));
  // A page of its own without a size is a note beside the others.
  const pages = directories.filter((page) => first(page, 256) !== undefined && first(page, 257) !== undefined);
  if (pages.length === 0) {
    throw new Undrawable('broken');
  }
  return { pages: pages.length, page: async (index) => orBroken(() => decode(buffer, pages[index] ?? {})) };
}

function decode(buffer: ArrayBuffer, directory: Directory): Page {
  const [width, height] = [first(directory, 256) ?? 0, first(directory, 257) ?? 0];
  checkSize(width, height);
  if (!compressions.includes(first(directory, 259) ?? 1)) {
    throw new Undrawable('compression');
  }
  const tileWidth = first(directory, 322);
  if (tileWidth !== undefined) {
    checkSize(tileWidth, first(directory, 323) ?? 0);
  }
  const [bits, samples, planes] = [first(directory, 258) ?? 1, first(directory, 277) ?? 1, first(directory, 284) ?? 1];
  if (bits > mostBitsASample || samples > mostSamples || planes !== 1) {
    throw new Undrawable('unknownForm');
  }
  checkPieces(buffer, directory);
  // The decoder writes into what it is given.
  const page = structuredClone(directory) as unknown as IFD;
  decodeImage(buffer, page);
  const rgba = new Uint8ClampedArray(toRGBA8(page));
  if (rgba.length !== width * height * 4) {
    throw new Undrawable('broken');
  }
  return { width, height, paint: () => rgba };
}

/** A strip or a tile that ends behind the file is a picture of which a part is missing. */
function checkPieces(buffer: ArrayBuffer, directory: Directory): void {
  const offsets = directory['t324'] ?? directory['t273'] ?? [];
  const counts = directory['t325'] ?? directory['t279'] ?? [];
  if (offsets.length === 0 || offsets.some((offset, index) => offset + (counts[index] ?? 0) > buffer.byteLength)) {
    throw new Undrawable('broken');
  }
}

function first(directory: Directory, tag: number): number | undefined {
  return directory[`t${tag}`]?.[0];
}
