import type { GreyWindow, Page } from './drawing.ts';

/** Brightness and contrast from 0 to 100, as a person turns them; 50 shows everything there is evenly. */
export interface GreyScale {
  readonly brightness: number;
  readonly contrast: number;
}

type Greys = NonNullable<Page['greys']>;

const middle = 50;

/** Points of contrast that halve the range which is told apart. */
const pointsAHalf = 10;

export function scaleOf(window: GreyWindow, { least, most }: Greys): GreyScale {
  const range = most - least + 1;
  return {
    brightness: bounded(100 * (1 - (window.center - least) / range)),
    contrast: bounded(middle - pointsAHalf * Math.log2(window.width / range)),
  };
}

export function windowFrom({ brightness, contrast }: GreyScale, { least, most }: Greys): GreyWindow {
  const range = most - least + 1;
  return {
    center: least + range * (1 - brightness / 100),
    width: Math.max(1, range * 2 ** ((middle - contrast) / pointsAHalf)),
  };
}

function bounded(value: number): number {
  return Math.min(100, Math.max(0, Math.round(value)));
}
