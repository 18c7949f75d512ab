/** How large a picture stands on its stage: as a whole, or by its own size. */
export const zooms = ['fit', 'actual', 'double', 'quadruple'] as const;

export type Zoom = (typeof zooms)[number];

/** One step larger (1) or smaller (-1), as far as there is one. */
export function zoomBy(zoom: Zoom, step: 1 | -1): Zoom {
  return zooms[zooms.indexOf(zoom) + step] ?? zoom;
}
