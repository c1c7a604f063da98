import type { Window } from './window.ts';

const LOOK = 60;
/** Cells beyond the usual last column in so many rows are a column, not slips. */
const MANY = 0.1;

/** How many columns the rows have: as most of them; more where many have more. */
export function widthOf(window: Window, from: number, to: number): number {
  const counts = new Map<number, number>();
  for (let row = from; row <= to; row++) {
    const { width } = window.shape(row);
    counts.set(width, (counts.get(width) ?? 0) + 1);
  }
  let best = 1;
  let most = 0;
  for (const [width, count] of counts) {
    // Of two as frequent the wider: a title and a header are one line each.
    const weight = count * (width === 1 ? 0.5 : 1);
    if (weight > most || (weight === most && width > best)) [best, most] = [width, weight];
  }
  // Sheets and exports pad every row to the widest: what no row fills is no column.
  let last = 1;
  let beyond = 0;
  let rows = 0;
  const wider = new Map<number, number>();
  for (let row = from; row <= to; row++) {
    const shape = window.shape(row);
    if (shape.filled > 0) rows++;
    if (shape.width === best) last = Math.max(last, shape.last);
    else if (shape.last > best) {
      beyond++;
      wider.set(shape.last, (wider.get(shape.last) ?? 0) + 1);
    }
  }
  const usual = Math.max(1, Math.min(best, Math.max(last, headWidth(window, from, to, best))));
  if (best === 1 || beyond < 2 || beyond < rows * MANY) return usual;
  return [...wider].reduce((widest, [width, count]) => (count > 1 && width > widest ? width : widest), usual);
}

function headWidth(window: Window, from: number, to: number, best: number): number {
  for (let row = from; row <= Math.min(to, from + LOOK); row++) {
    const shape = window.shape(row);
    if (shape.width === best && shape.filled > 1) return shape.last;
  }
  return 1;
}
