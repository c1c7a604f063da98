import type { ChartOptions } from '../../model/view.ts';
import type { ChartData, Series } from '../chart.ts';

/**
 * Which marks of a series carry their value: all where there are 12 or fewer, else the last, the highest and a single selected one.
 * Indexes in order of the axis.
 */
export function printedMarks(options: ChartOptions, data: ChartData, series: Series): number[] {
  if (options.labels === 'none') return [];
  const known = series.points.flatMap(({ value }, index) => (value === null ? [] : [index]));
  if (options.labels === 'all' || (known.length <= 12 && data.series.length === 1)) return known;
  const chosen = new Set<number>();
  const last = known.at(-1);
  if (last !== undefined) chosen.add(last);
  const highest = highestOf(series);
  if (highest !== null) chosen.add(highest);
  const selected = selectedMarks(series);
  if (selected.length === 1) for (const index of selected) chosen.add(index);
  return [...chosen].sort((a, b) => a - b);
}

export function highestOf({ points }: Series): number | null {
  let best: number | null = null;
  points.forEach(({ value }, index) => {
    if (value === null) return;
    const most = best === null ? null : (points[best]?.value ?? null);
    if (most === null || value > most) best = index;
  });
  return best;
}

/** Marks inside a selection that leaves others out; empty where nothing is selected. */
export function selectedMarks({ points }: Series): number[] {
  if (points.every(({ inside }) => inside)) return [];
  return points.flatMap(({ inside }, index) => (inside ? [index] : []));
}

export function lastOf({ points }: Series): number | null {
  for (let index = points.length - 1; index >= 0; index--) if (points[index]?.value != null) return index;
  return null;
}
