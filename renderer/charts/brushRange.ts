/** First and last index of a brush, both kept. */
export interface BrushRange {
  readonly from: number;
  readonly to: number;
}

/** What a press began: a new range, one of its ends, or the whole. `start` is the category under the press, `before` the range then. */
export interface BrushGesture {
  readonly kind: 'draw' | 'from' | 'to' | 'move';
  readonly start: number;
  readonly before: BrushRange | null;
}

/** The range while the pointer is at `index`, of `count` categories. Ends may cross; a moved range keeps its length and stays on the axis. */
export function brushedRange(
  { kind, start, before }: BrushGesture,
  index: number,
  count: number,
): BrushRange {
  const at = Math.min(Math.max(index, 0), count - 1);
  if (kind === 'draw' || !before) return ordered(start, at);
  if (kind === 'from') return ordered(at, before.to);
  if (kind === 'to') return ordered(before.from, at);
  const length = before.to - before.from;
  const from = Math.min(Math.max(before.from + at - start, 0), count - 1 - length);
  return { from, to: from + length };
}

function ordered(a: number, b: number): BrushRange {
  return a <= b ? { from: a, to: b } : { from: b, to: a };
}
