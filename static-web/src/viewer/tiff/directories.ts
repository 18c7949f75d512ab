import { Undrawable } from '../drawing.ts';

/** A page's fields by their number: only those that its pixels need, and numbers alone. */
export type Directory = Record<`t${number}`, number[]>;

// TIFF 6.0, section 8 and the supplements: sizes, compression, form, strips, tiles, tables of colours and of JPEG.
const needed = new Set([
  256, 257, 258, 259, 262, 266, 273, 277, 278, 279, 284, 292, 293, 317, 320, 322, 323, 324, 325, 338, 339, 347, 512,
  513, 514, 515, 519, 520, 521, 529, 530, 531, 532,
]);

const bytesByType: Readonly<Record<number, number>> = { 1: 1, 3: 2, 4: 4, 5: 8, 7: 1 };

const mostPages = 1000;

/**
 * The pages of a TIFF file. Read here and not by the decoder: a chain of pages that bites its own tail, or a field that claims to be longer than
 * the file, would keep it busy for ever.
 *
 * @throws {Undrawable} not a TIFF file, or not a whole one
 */
export function readDirectories(file: ArrayBuffer): Directory[] {
  const view = new DataView(file);
  const little = view.getUint16(0) === 0x4949;
  if (view.getUint16(2, little) !== 42) {
    throw new Undrawable('unknownForm');
  }
  const pages: Directory[] = [];
  const seen = new Set<number>();
  for (let at = view.getUint32(4, little); at !== 0; ) {
    if (seen.has(at) || pages.length === mostPages) {
      throw new Undrawable('broken');
    }
    seen.add(at);
    const count = view.getUint16(at, little);
    pages.push(readDirectory(view, little, at + 2, count));
    at = view.getUint32(at + 2 + 12 * count, little);
  }
  return pages;
}

function readDirectory(view: DataView, little: boolean, first: number, count: number): Directory {
  const directory: Directory = {};
  for (let entry = 0; entry < count; entry += 1) {
    const at = first + 12 * entry;
    const tag = view.getUint16(at, little);
    const type = view.getUint16(at + 2, little);
    const bytes = bytesByType[type];
    if (needed.has(tag) && bytes !== undefined) {
      directory[`t${tag}`] = readValues(view, little, at, type, bytes);
    }
  }
  return directory;
}

function readValues(view: DataView, little: boolean, at: number, type: number, bytes: number): number[] {
  const length = view.getUint32(at + 4, little);
  const from = length * bytes <= 4 ? at + 8 : view.getUint32(at + 8, little);
  if (from + length * bytes > view.byteLength) {
    throw new Undrawable('broken');
  }
  return Array.from({ length }, (_, index) => {
    const place = from + index * bytes;
    switch (type) {
      case 3:
        return view.getUint16(place, little);
      case 4:
        return view.getUint32(place, little);
      case 5:
        return view.getUint32(place, little) / view.getUint32(place + 4, little);
      default:
        return view.getUint8(place);
    }
  });
}
