import type { RangeBounds } from './cellRange.ts';
import type { RowCache } from './rowCache.ts';
import { countOf } from './severalRanges.ts';

/** What a status bar says of selected cells: how many are filled, how many are numbers, and their figures. */
export interface Summary {
  readonly count: number;
  readonly numbers: number;
  readonly sum: number;
  readonly least: number | null;
  readonly most: number | null;
}

/** More cells than this are the engine's: it is faster, and the window stays free. */
const MOST_HERE = 20_000;

/** The summary of loaded cells, at once; null where some are not loaded, or they are many. Worked out rows (groups) do not count. */
export function summaryHere(
  cache: Pick<RowCache, 'row'>,
  parts: readonly RangeBounds[],
  columns: readonly { readonly id: string; readonly type: string }[],
): Summary | null {
  if (parts.reduce((sum, part) => sum + countOf(part), 0) > MOST_HERE) return null;
  const numbers: number[] = [];
  let count = 0;
  for (const { top, bottom, left, right } of parts) {
    const own = columns.slice(left, right + 1);
    for (let at = top; at <= bottom; at += 1) {
      const row = cache.row(at);
      if (!row) return null;
      if (row.id < 0) continue;
      for (const { id, type } of own) {
        const value = row.value(id);
        if (value === null) continue;
        count += 1;
        if (type === 'number' && typeof value === 'number') numbers.push(value);
      }
    }
  }
  return {
    count,
    numbers: numbers.length,
    sum: exactSum(numbers),
    least: numbers.length > 0 ? numbers.reduce((a, b) => Math.min(a, b)) : null,
    most: numbers.length > 0 ? numbers.reduce((a, b) => Math.max(a, b)) : null,
  };
}

/** The summaries of ranges that do not overlap as one. */
export function addSummaries(all: readonly Summary[]): Summary {
  const leasts = all.flatMap(({ least }) => least ?? []);
  const mosts = all.flatMap(({ most }) => most ?? []);
  return {
    count: all.reduce((sum, one) => sum + one.count, 0),
    numbers: all.reduce((sum, one) => sum + one.numbers, 0),
    sum: exactSum(all.map(({ sum }) => sum)),
    least: leasts.length > 0 ? Math.min(...leasts) : null,
    most: mosts.length > 0 ? Math.max(...mosts) : null,
  };
}

/** Neumaier's sum: 0.1 added ten times is 1, and 1e16 + 1 - 1e16 is 1. */
export function exactSum(values: readonly number[]): number {
  let sum = 0;
  let lost = 0;
  for (const value of values) {
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return sum + lost;
}
