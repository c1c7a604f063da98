import { cellKind } from './cellKind.ts';
import { range, type Window } from './window.ts';

export interface Block {
  from: number;
  to: number;
}

/** Stretches without blank lines, cut again where another table begins at once: at a header of its own over rows of another making. */
export function blocksOf(window: Window): Block[] {
  const blocks: Block[] = [];
  let from = -1;
  for (let row = 0; row <= window.rows; row++) {
    const filled = row < window.rows && window.shape(row).filled > 0;
    if (filled && from < 0) from = row;
    if (!filled && from >= 0) {
      blocks.push(...cut(window, from, row - 1));
      from = -1;
    }
  }
  return blocks;
}

function cut(window: Window, from: number, to: number): Block[] {
  const cuts = [...new Set([...cutsByWidth(window, from, to), ...cutsByWords(window, from, to)])].sort(
    (a, b) => a - b,
  );
  const starts = [from, ...cuts];
  return starts.map((start, i) => ({ from: start, to: (starts[i + 1] ?? to + 1) - 1 }));
}

/** A long run of one width meets a long run of another under a header of its own. */
function cutsByWidth(window: Window, from: number, to: number): number[] {
  const runs: { from: number; to: number; width: number }[] = [];
  for (let row = from; row <= to; row++) {
    const { width } = window.shape(row);
    const run = runs.at(-1);
    if (run && run.width === width) run.to = row;
    else runs.push({ from: row, to: row, width });
  }
  const cuts: number[] = [];
  for (let i = 1; i < runs.length; i++) {
    const [before, run] = [runs[i - 1], runs[i]];
    if (!before || !run) continue;
    // The title of the second stands between the two.
    const title = before.width === 1 && before.from === before.to ? before : undefined;
    const above = title ? runs[i - 2] : before;
    if (!above || above.width < 2 || run.width < 2) continue;
    if (run.to - run.from < 2 || above.to - above.from < 2) continue;
    if (title && above.width === run.width) continue;
    const head = window.shape(run.from);
    const next = window.shape(run.from + 1);
    if (head.numbers === 0 && next.numbers > 0 && window.cells(run.from).every((cell) => cell !== null))
      cuts.push(title ? title.from : run.from);
  }
  return cuts;
}

/** Other words where the rows above and below have figures, in each of at least two columns. */
function cutsByWords(window: Window, from: number, to: number): number[] {
  const cuts: number[] = [];
  let head = from;
  for (let row = from + 3; row < to - 1; row++) {
    const shape = window.shape(row);
    if (shape.numbers > 0 || shape.filled < 3 || shape.filled !== shape.last) continue;
    const next = window.shape(row + 1);
    if (next.numbers < 2 || window.shape(row + 2).numbers < 2) continue;
    const above = window.shape(row - 1).filled === 1 ? row - 2 : row - 1;
    if (window.shape(above).numbers < 2) continue;
    const over = window.kinds(row + 1).flatMap((kind, i) => (kind === 'number' ? [window.text(row, i)] : []));
    if (over.some((text) => cellKind(text) !== 'text') || new Set(over).size < over.length) continue;
    if (saidBefore(window, [...range(from, Math.min(from + 12, row - 1)), head], row)) continue;
    cuts.push(above === row - 2 ? row - 1 : row);
    head = row;
  }
  return cuts;
}

/** The header said again is a page's, not another table's. */
function saidBefore(window: Window, rows: readonly number[], row: number): boolean {
  const words = (one: number) => JSON.stringify(window.cells(one).map((cell) => cell?.trim() ?? ''));
  const here = words(row);
  return rows.some((one) => words(one) === here);
}
