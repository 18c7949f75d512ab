import { Undrawable } from '../drawing.ts';

/** Bytes: what a small file may claim to unfold to before it is given up. */
const mostInflated = 512 * 1024 * 1024;

/**
 * The part of a deflated file that follows its head, unfolded by the browser.
 *
 * @throws {Undrawable} not deflated, not whole, or too much
 */
export async function inflate(packed: Uint8Array<ArrayBuffer>, most = mostInflated): Promise<Uint8Array[]> {
  const parts: Uint8Array[] = [];
  let total = 0;
  try {
    const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      total += read.value.length;
      if (total > most) {
        void reader.cancel();
        throw new Undrawable('huge');
      }
      parts.push(read.value);
    }
  } catch (error) {
    throw error instanceof Undrawable ? error : new Undrawable('broken', error);
  }
  return parts;
}
