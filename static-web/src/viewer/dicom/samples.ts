import { Undrawable } from '../drawing.ts';

/** How the numbers of a pixel lie in the file (DICOM PS3.3, C.7.6.3). */
export interface Layout {
  readonly pixels: number;
  readonly samples: number;
  readonly bitsAllocated: number;
  readonly bitsStored: number;
  readonly highBit: number;
  readonly signed: boolean;
  /** All of one sample, then all of the next; otherwise pixel by pixel. */
  readonly planar: boolean;
  readonly littleEndian: boolean;
}

/** The numbers of one frame. */
export interface Samples {
  readonly at: (pixel: number, sample: number) => number;
  /** What makes the largest number 255. */
  readonly scale: number;
}

export function bytesOf({ pixels, samples, bitsAllocated }: Layout): number {
  return (pixels * samples * bitsAllocated) / 8;
}

/** @throws {Undrawable} numbers of another length than 8, 16 or 32 bits, or a frame that is not whole. */
export function readSamples(frame: Uint8Array, layout: Layout): Samples {
  const { pixels, samples, bitsAllocated, bitsStored, highBit, signed, planar, littleEndian } = layout;
  if (
    ![8, 16, 32].includes(bitsAllocated) ||
    bitsStored < 1 ||
    bitsStored > bitsAllocated ||
    highBit >= bitsAllocated
  ) {
    throw new Undrawable('unknownForm');
  }
  if (frame.length < bytesOf(layout)) {
    throw new Undrawable('broken');
  }
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
  const read = {
    8: (index: number) => view.getUint8(index),
    16: (index: number) => view.getUint16(index * 2, littleEndian),
    32: (index: number) => view.getUint32(index * 4, littleEndian),
  }[bitsAllocated as 8 | 16 | 32];
  // Bits beside the stored ones may hold something else, and the sign is the highest stored bit.
  const above = 32 - 1 - highBit;
  const spare = 32 - bitsStored;
  const trim = signed ? (value: number) => (value << above) >> spare : (value: number) => (value << above) >>> spare;
  return {
    at: planar
      ? (pixel, sample) => trim(read(sample * pixels + pixel))
      : (pixel, sample) => trim(read(pixel * samples + sample)),
    scale: 255 / (2 ** bitsStored - 1),
  };
}
