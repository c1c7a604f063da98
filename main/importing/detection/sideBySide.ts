import { isRule } from './asides.ts';
import { isYear } from './cellKind.ts';
import { range, type Window } from './window.ts';

/** Rows that are looked at: an empty column is empty in all of them. */
const LOOK = 5000;

/** The window cut where tables stand side by side: at empty columns with a table of its own on either side. One window where there is none. */
export function sideBySide(window: Window, from: number, to: number): Window[] {
  const filled: number[] = [];
  const last = Math.min(to, from + LOOK);
  for (let row = from; row <= last; row++) {
    if (isRule(window, row)) continue;
    for (const [column, kind] of window.kinds(row).entries())
      if (kind !== 'empty') filled[column] = (filled[column] ?? 0) + 1;
  }
  const parts: { left: number; right: number }[] = [];
  for (const [column, count] of Array.from(filled).entries()) {
    if (count === undefined) continue;
    const part = parts.at(-1);
    if (part && part.right === column) part.right++;
    else parts.push({ left: column, right: column + 1 });
  }
  const joined: { left: number; right: number }[] = [];
  for (const part of parts) {
    const before = joined.at(-1);
    if (before && !(standsAlone(window, part, from, last) && standsAlone(window, before, from, last)))
      before.right = part.right;
    else joined.push({ ...part });
  }
  const [only] = joined;
  if (only === undefined || (joined.length === 1 && only.left === 0)) return [window];
  return joined.length === 1
    ? [window.part(only.left, Number.POSITIVE_INFINITY)]
    : joined.map(({ left, right }, i) =>
        window.part(left, i === joined.length - 1 ? Number.POSITIVE_INFINITY : right),
      );
}

/** Keys in its first column, figures in another. */
function standsAlone(
  window: Window,
  { left, right }: { left: number; right: number },
  from: number,
  to: number,
): boolean {
  if (right - left < 2) return false;
  let keys = 0;
  let numbers = 0;
  const figures = new Set<number>();
  for (let row = from; row <= to; row++) {
    const kinds = window.kinds(row);
    const first = kinds[left] ?? 'empty';
    if (first === 'number' && !isYear(window.text(row, left))) numbers++;
    else if (first !== 'empty') {
      // A key counts where its row has a figure.
      for (const column of range(left + 1, right - 1)) if (kinds[column] === 'number') figures.add(column);
      if (range(left + 1, right - 1).some((column) => kinds[column] === 'number')) keys++;
    }
  }
  return figures.size > 0 && keys >= 2 && keys > numbers;
}
