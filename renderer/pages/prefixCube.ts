/**
 * Sums of a view over any range of bins in two subtractions a mark: `sums[bin * keyCount + key]` is the sum of all bins before `bin`.
 * Sums of money at full precision lose less than a millionth this way; the exact answer follows when the gesture ends.
 */
export interface PrefixCube {
  /** Period codes, ascending. */
  readonly bins: Int32Array;
  readonly keyCount: number;
  readonly sums: Float64Array;
  readonly counts: Float64Array;
}

/** `cells` and `counts` as views.cube answers them: `[bin * keyCount + key]`. */
export function prefixCube(
  bins: Int32Array,
  keyCount: number,
  cells: Float64Array,
  counts: Float64Array,
): PrefixCube {
  return {
    bins,
    keyCount,
    sums: running(cells, bins.length, keyCount),
    counts: running(counts, bins.length, keyCount),
  };
}

function running(cells: Float64Array, bins: number, keyCount: number): Float64Array {
  const sums = new Float64Array((bins + 1) * keyCount);
  for (let at = 0; at < bins * keyCount; at++) sums[at + keyCount] = (sums[at] ?? 0) + (cells[at] ?? 0);
  return sums;
}

/** Values of all keys over the bins `from` to `to` (period codes, both kept); NaN where nothing was counted. */
export function sumBetween(cube: PrefixCube, from: number, to: number): Float64Array {
  const { bins, keyCount, sums, counts } = cube;
  const first = firstAtLeast(bins, from) * keyCount;
  const end = Math.max(firstAtLeast(bins, to + 1) * keyCount, first);
  const values = new Float64Array(keyCount);
  for (let key = 0; key < keyCount; key++) {
    const counted = (counts[end + key] ?? 0) - (counts[first + key] ?? 0);
    values[key] = counted > 0 ? (sums[end + key] ?? 0) - (sums[first + key] ?? 0) : Number.NaN;
  }
  return values;
}

function firstAtLeast(bins: Int32Array, code: number): number {
  let low = 0;
  let high = bins.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((bins[middle] ?? 0) < code) low = middle + 1;
    else high = middle;
  }
  return low;
}
