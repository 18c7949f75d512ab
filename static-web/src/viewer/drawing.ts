/** How stored greys become black to white: the middle and the breadth of what is told apart (DICOM PS3.3, C.11.2). */
export interface GreyWindow {
  readonly center: number;
  readonly width: number;
}

/** One page of a drawing. */
export interface Page {
  readonly width: number;
  readonly height: number;
  /** Where greys can be chosen: the file's own choice, and the darkest and brightest that there are. */
  readonly greys?: { readonly window: GreyWindow; readonly least: number; readonly most: number };
  /** RGBA, row by row. */
  readonly paint: (window: GreyWindow | undefined) => Uint8ClampedArray<ArrayBuffer>;
}

/** A file that the browser does not show by itself, decoded page by page. */
export interface Drawing {
  readonly pages: number;
  /** Rejects with {@link Undrawable}. */
  readonly page: (index: number) => Promise<Page>;
}

/** Why a file is not shown; each has its sentence. */
export type Obstacle = 'broken' | 'huge' | 'compression' | 'unknownForm';

export class Undrawable extends Error {
  readonly obstacle: Obstacle;

  constructor(obstacle: Obstacle, cause?: unknown) {
    super(obstacle, { cause });
    this.obstacle = obstacle;
  }
}

/** 100 megapixels are 400 MB as RGBA: more than that, and a page is ended by the browser. */
const mostPixels = 100_000_000;

/** @throws {Undrawable} no size, or one that a small file may claim to fill the memory. */
export function checkSize(width: number, height: number): void {
  if (!(width > 0 && height > 0)) {
    throw new Undrawable('broken');
  }
  if (width * height > mostPixels) {
    throw new Undrawable('huge');
  }
}

/** What a decoder throws at a file that is not what it should be becomes one thing. */
export function orBroken<T>(decode: () => T): T {
  try {
    return decode();
  } catch (error) {
    throw error instanceof Undrawable ? error : new Undrawable('broken', error);
  }
}
