/**
 * Where ctrl and an arrow key lead, as in a spreadsheet: from inside a run of filled cells to its end; from a run's end, or from an
 * empty cell, to the next filled one; to the last cell where there is none.
 * `isFilled` answers undefined for a cell that is not loaded; then so does this.
 */
export function edgeOfData(
  isFilled: (at: number) => boolean | undefined,
  from: number,
  step: 1 | -1,
  last: number,
): number | undefined {
  const end = step > 0 ? last : 0;
  if (from === end) return end;
  const here = isFilled(from);
  const next = isFilled(from + step);
  if (here === undefined || next === undefined) return undefined;
  // Inside a run the first empty cell is looked for, outside it the first filled one.
  const inRun = here && next;
  for (let at = from + step; ; at += step) {
    const filled = isFilled(at);
    if (filled === undefined) return undefined;
    if (inRun && !filled) return at - step;
    if (!inRun && filled) return at;
    if (at === end) return end;
  }
}
