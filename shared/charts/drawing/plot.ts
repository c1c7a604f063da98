import type { Scale } from './scale.ts';

/** Where the marks stand in a drawing, in px, and how values and categories become places. */
export interface Plot {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Categories along x, or down y in bars. */
  readonly across: 'x' | 'y';
  /** Each category has a band (columns, bars), or lines run from the first to the last edge. */
  readonly band: boolean;
  readonly count: number;
  readonly scale: Scale;
}

/** The middle of a category, in px from the drawing's left (top in bars). */
export function placeOf(plot: Plot, index: number): number {
  const [start, length] = plot.across === 'x' ? [plot.left, plot.width] : [plot.top, plot.height];
  if (plot.band) return start + (length / Math.max(plot.count, 1)) * (index + 0.5);
  return plot.count < 2 ? start + length / 2 : start + (length / (plot.count - 1)) * index;
}

/** Room of one category along its axis, in px. */
export function pitchOf(plot: Plot): number {
  const length = plot.across === 'x' ? plot.width : plot.height;
  return length / Math.max(plot.band ? plot.count : plot.count - 1, 1);
}

/** A value in px: from the top where categories run along x, from the left in bars. */
export function levelOf(plot: Plot, value: number): number {
  const { min, max } = plot.scale;
  const part = (value - min) / (max - min);
  return plot.across === 'x' ? plot.top + plot.height * (1 - part) : plot.left + plot.width * part;
}

/** The category at a point, or null outside the plot. `clamp` takes the nearest one instead. */
export function categoryAt(plot: Plot, x: number, y: number, clamp = false): number | null {
  if (plot.count === 0) return null;
  const inside =
    x >= plot.left - 6 &&
    x <= plot.left + plot.width + 6 &&
    y >= plot.top - 12 &&
    y <= plot.top + plot.height + 20;
  // Bars answer on their names too.
  const onNames = plot.across === 'y' && y >= plot.top && y <= plot.top + plot.height;
  if (!inside && !onNames && !clamp) return null;
  const offset = plot.across === 'x' ? x - plot.left : y - plot.top;
  const index = plot.band ? Math.floor(offset / pitchOf(plot)) : Math.round(offset / pitchOf(plot));
  return Math.min(Math.max(index, 0), plot.count - 1);
}

/** The edges of the categories `from` to `to` along x. */
export function edgesOf(plot: Plot, from: number, to: number): [number, number] {
  const half = plot.band ? pitchOf(plot) / 2 : 0;
  return [placeOf(plot, from) - half, placeOf(plot, to) + half];
}
