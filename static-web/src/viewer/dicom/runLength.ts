import { Undrawable } from '../drawing.ts';
import { bytesOf, type Layout } from './samples.ts';

const headBytes = 64;
const mostSegments = 15;

/**
 * RLE Lossless (DICOM PS3.5, annex G): up to 15 segments, one for each byte of each sample, the highest byte first.
 *
 * @returns the frame with its samples one after the other and the lowest byte first
 * @throws {Undrawable} segments that are missing, or end before their pixels do
 */
export function decodeRunLength(data: Uint8Array, layout: Layout): Uint8Array {
  const { pixels, samples, bitsAllocated } = layout;
  const bytesASample = bitsAllocated / 8;
  if (data.length < headBytes) {
    throw new Undrawable('broken');
  }
  const head = new DataView(data.buffer, data.byteOffset, headBytes);
  const segments = head.getUint32(0, true);
  if (segments !== samples * bytesASample || segments > mostSegments) {
    throw new Undrawable('broken');
  }
  const frame = new Uint8Array(bytesOf(layout));
  for (let segment = 0; segment < segments; segment += 1) {
    const from = head.getUint32(4 + 4 * segment, true);
    const to = segment + 1 < segments ? head.getUint32(8 + 4 * segment, true) : data.length;
    const sample = Math.floor(segment / bytesASample);
    const byte = bytesASample - 1 - (segment % bytesASample);
    unpack(data.subarray(from, to), frame, sample * pixels * bytesASample + byte, bytesASample, pixels);
  }
  return frame;
}

/** PackBits: a number n, then n + 1 bytes as they are, or one byte 1 - n times. */
function unpack(packed: Uint8Array, target: Uint8Array, first: number, step: number, count: number): void {
  let from = 0;
  let done = 0;
  while (done < count) {
    const length = packed[from];
    if (length === undefined) {
      throw new Undrawable('broken');
    }
    from += 1;
    if (length < 128) {
      for (let left = length + 1; left > 0 && done < count; left -= 1) {
        target[first + done * step] = byteAt(packed, from);
        from += 1;
        done += 1;
      }
    } else if (length > 128) {
      const byte = byteAt(packed, from);
      from += 1;
      for (let left = 257 - length; left > 0 && done < count; left -= 1) {
        target[first + done * step] = byte;
        done += 1;
      }
    }
  }
}

function byteAt(packed: Uint8Array, index: number): number {
  const byte = packed[index];
  if (byte === undefined) {
    throw new Undrawable('broken');
  }
  return byte;
}
