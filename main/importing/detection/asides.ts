import { isRuleLine } from './ruleLine.ts';
import type { Window } from './window.ts';

const NOTE_START =
  /^\s*(sources?\b|notes?\b|n\.b\.|\*|†|‡|§|#|\(\w{1,2}\)|\d+\)|\[\d+\]|disclaimer|footnotes?\b|last updated|updated\b|https?:|www\.|©|copyright|legend\b|abbreviations|data (extracted|downloaded|as of|from)|quelle|fuente|fonte|anmerkung|hinweis|stand:|nota\b|\w{1,3}\s*[:=]\s)/i;
const MARKS = ['#', '%', '//', '--', ';', '!'];

/** A row that says something of the table instead of being in it: one that begins as notes do, or prose that stands in one cell or was cut at its commas. */
export function isNote(window: Window, row: number, width: number): boolean {
  const shape = window.shape(row);
  if (shape.filled === 0) return true;
  const cells = window.cells(row);
  if (isRule(window, row)) return true;
  const first = cells.find((cell) => cell !== null && cell.trim() !== '') ?? '';
  if (isProse(window, row)) return true;
  const figures = shape.numbers > 0 && shape.filled > 1;
  // "(kg)" over each column is a unit, an address with its neighbours a row.
  const isFull = shape.width === width && shape.filled > 2 && shape.filled * 2 >= width;
  if (
    NOTE_START.test(first) &&
    !figures &&
    !isFull &&
    (shape.filled < width || shape.width !== width || shape.filled === 1)
  )
    return true;
  if (NOTE_START.test(first) && /^\s*(sources?|notes?)\s*:/i.test(first) && !figures) return true;
  return false;
}

/** A line drawn under a header or around a table. */
export function isRule(window: Window, row: number): boolean {
  const { filled, numbers } = window.shape(row);
  return filled > 0 && numbers === 0 && isRuleLine(window.cells(row));
}

/** A sentence that was cut where it has a delimiter: its further cells begin with a space and a word. */
export function isProse(window: Window, row: number): boolean {
  const cells = window.cells(row);
  const [first] = cells;
  if (cells.length < 2 || !first || window.kinds(row)[0] !== 'text' || /^\s/.test(first)) return false;
  const rest = cells.slice(1).filter((cell): cell is string => cell !== null && cell !== '');
  if (rest.length === 0 || rest.some((cell) => !/^\s\S/.test(cell))) return false;
  return /\s\S/.test(first.trim()) || rest.some((cell) => /\S\s\S/.test(cell.trim()));
}

/** The mark with which remarks among the rows begin; undefined where there are none, or where the rows themselves begin so. */
export function commentMark(window: Window, from: number, to: number, width: number): string | undefined {
  return MARKS.find((mark) => {
    let remarks = 0;
    let rows = 0;
    for (let row = from; row <= to; row++) {
      const cells = window.cells(row);
      if (cells.length === 0) continue;
      rows++;
      if (!startsWith(cells[0], mark)) continue;
      const { filled, numbers, width: cellsHere } = window.shape(row);
      const remark = filled === 1 || (cellsHere !== width && numbers < 2) || isProse(window, row);
      if (!remark) return false;
      remarks++;
    }
    return remarks > 0 && remarks * 3 <= rows;
  });
}

export function startsWith(cell: string | null | undefined, mark: string): boolean {
  return cell?.trimStart().startsWith(mark) === true;
}

/** The last row of the table among `from` to `to`: below it stand notes alone. */
export function bottomOf(window: Window, from: number, to: number, width: number): number {
  let bottom = to;
  while (bottom > from && isFoot(window, bottom, width)) bottom--;
  const lone = loneBelow(window, from, bottom, width);
  while (bottom > from && (bottom > lone || isFoot(window, bottom, width))) bottom--;
  // Under a first note, lines of one cell are more of it, however short.
  for (let row = bottom; row > from && bottom - row < 60 && isLone(window, row); row--)
    if (isNote(window, row, width)) bottom = row - 1;
  return bottom;
}

/** Under rows that all hold figures, lines of one text of several words are notes: the row above the first of them. */
function loneBelow(window: Window, from: number, to: number, width: number): number {
  const isWords = (row: number) => {
    const { filled, last, numbers } = window.shape(row);
    return filled === 1 && last === 1 && numbers === 0 && /\s/.test(window.text(row, 0));
  };
  let above = to;
  while (above > from && (isWords(above) || isFoot(window, above, width))) above--;
  for (let row = above; row > from && row > above - 60; row--)
    if (window.shape(row).filled <= 1 || (window.shape(row).numbers === 0 && row > from + 3)) return to;
  return width > 2 && above - from >= 3 ? above : to;
}

function isLone(window: Window, row: number): boolean {
  const { filled, last } = window.shape(row);
  return (filled === 1 && last === 1) || isProse(window, row);
}

function isFoot(window: Window, row: number, width: number): boolean {
  const shape = window.shape(row);
  if (isNote(window, row, width)) return true;
  if (shape.filled !== 1 || shape.last !== 1 || shape.numbers > 0) return false;
  if (width === 1) return false;
  const text = window.text(row, 0);
  return shape.width === 1 || (width > 2 && text.length > 25) || text.length > 60;
}
