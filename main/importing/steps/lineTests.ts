import { areEmpty, cellsIn } from '../heldRows.ts';
import type { RawRow } from '../readers/reader.ts';
import type { StepOf } from './step.ts';

type LineTest = (row: RawRow) => boolean;

/** What `HeaderLines` says in SQL, for rows that JavaScript holds. */
export interface LineTests {
  inRange: LineTest;
  isBlank: LineTest;
  isRepeated: LineTest;
  isRemark: LineTest;
  isData: LineTest;
}

const CONTINUED = /\b(continued|cont'?d|contd|page \d+|suite|fortsetzung|continuación)\b/iu;

/** `all` are the columns of `raw` in which the table stands, `head` the cells of its header. */
export function lineTests(
  step: StepOf<'header'>,
  { all, head, isHollowKept }: { all: readonly string[]; head: readonly string[][]; isHollowKept: boolean },
): LineTests {
  const [, second] = all;
  const { comment, firstDataLine, lastDataLine = Number.POSITIVE_INFINITY } = step;
  const says = head.map((cells) => all.map((_, i) => (cells[i] ?? '').trim()));
  const inRange: LineTest = ({ line }) => line >= firstDataLine && line <= lastDataLine;
  const isBlank: LineTest = (row) =>
    areEmpty(cellsIn(row, all)) &&
    !(isHollowKept && second !== undefined && cellsIn(row, [second])[0] !== null);
  const isRemark: LineTest = (row) =>
    comment !== undefined && (cellsIn(row, all)[0] ?? '').trimStart().startsWith(comment);
  const isRepeated: LineTest = (row) => {
    if (step.repeated !== true || head.length === 0) return false;
    const cells = cellsIn(row, all).map((cell) => cell ?? '');
    if (says.some((words) => cells.every((cell, i) => cell.trim() === words[i]))) return true;
    const [first = '', ...others] = cells;
    return CONTINUED.test(first) && areEmpty(others);
  };
  return {
    inRange,
    isBlank,
    isRepeated,
    isRemark,
    isData: (row) => inRange(row) && !isBlank(row) && !isRepeated(row) && !isRemark(row),
  };
}
