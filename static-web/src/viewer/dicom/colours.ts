import type { Page } from '../drawing.ts';
import type { Samples } from './samples.ts';

type Rgb = readonly [number, number, number];

/** A page of colours, painted as they are. */
export function colourPage(width: number, height: number, colourOf: (pixel: number) => Rgb): Page {
  return {
    width,
    height,
    paint: () => {
      const rgba = new Uint8ClampedArray(width * height * 4);
      for (let pixel = 0; pixel < width * height; pixel += 1) {
        const [red, green, blue] = colourOf(pixel);
        rgba[pixel * 4] = red;
        rgba[pixel * 4 + 1] = green;
        rgba[pixel * 4 + 2] = blue;
        rgba[pixel * 4 + 3] = 255;
      }
      return rgba;
    },
  };
}

export function rgbOf({ at, scale }: Samples): (pixel: number) => Rgb {
  return (pixel) => [at(pixel, 0) * scale, at(pixel, 1) * scale, at(pixel, 2) * scale];
}

/** Full range (DICOM PS3.3, C.7.6.3.1.2). */
export function ybrOf({ at, scale }: Samples): (pixel: number) => Rgb {
  return (pixel) => {
    const luma = at(pixel, 0) * scale;
    const blue = at(pixel, 1) * scale - 128;
    const red = at(pixel, 2) * scale - 128;
    return [luma + 1.402 * red, luma - 0.344136 * blue - 0.714136 * red, luma + 1.772 * blue];
  };
}

/** A table of colours: how many, from which value on, of 8 or 16 bits each (DICOM PS3.3, C.7.6.3.1.5). */
export interface Palette {
  readonly first: number;
  readonly tables: readonly [Uint8ClampedArray, Uint8ClampedArray, Uint8ClampedArray];
}

/** Values below and above the table have its first and its last colour. */
export function paletteOf({ at }: Samples, { first, tables }: Palette): (pixel: number) => Rgb {
  const last = tables[0].length - 1;
  return (pixel) => {
    const entry = Math.min(Math.max(at(pixel, 0) - first, 0), last);
    return [tables[0][entry] ?? 0, tables[1][entry] ?? 0, tables[2][entry] ?? 0];
  };
}
