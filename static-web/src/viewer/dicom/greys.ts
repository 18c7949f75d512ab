import type { GreyWindow, Page } from '../drawing.ts';

interface Greys {
  readonly width: number;
  readonly height: number;
  readonly values: Float32Array;
  /** MONOCHROME1: the least value is white. */
  readonly inverted: boolean;
  /** The file's choice; without one, all there is. */
  readonly window: GreyWindow | undefined;
}

/** A page of greys, painted through a window. */
export function greyPage({ width, height, values, inverted, window }: Greys): Page {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  const whole = { center: (least + most + 1) / 2, width: Math.max(1, most - least + 1) };
  const own = window ?? whole;
  return {
    width,
    height,
    greys: { window: own, least, most },
    paint: (chosen) => paintGreys(values, chosen ?? own, inverted),
  };
}

/** The linear function of DICOM PS3.3, C.11.2.1.2.1. */
function paintGreys(values: Float32Array, window: GreyWindow, inverted: boolean): Uint8ClampedArray<ArrayBuffer> {
  const rgba = new Uint8ClampedArray(values.length * 4);
  const range = Math.max(window.width, 1) - 1;
  const middle = window.center - 0.5;
  let at = 0;
  for (const value of values) {
    const grey =
      value <= middle - range / 2 ? 0 : value > middle + range / 2 ? 255 : ((value - middle) / range + 0.5) * 255;
    const shown = inverted ? 255 - grey : grey;
    rgba[at] = shown;
    rgba[at + 1] = shown;
    rgba[at + 2] = shown;
    rgba[at + 3] = 255;
    at += 4;
  }
  return rgba;
}
