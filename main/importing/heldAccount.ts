import type { LineAccount, ListedLine, SkippedLine } from './convertReport.ts';
import { areEmpty, cellsIn, type HeldRows, joined, joinedTrimmed, trimmed } from './heldRows.ts';
import { runsOf } from './lineRuns.ts';
import type { RawRow } from './readers/reader.ts';
import type { HeaderLines } from './steps/headerLines.ts';
import { beyondLast, shortTest } from './steps/headerNotes.ts';
import type { StepContext, StepOf } from './steps/step.ts';

interface Part {
  step: StepOf<'header'>;
  lines: HeaderLines;
}

type Role = 'header' | 'taken' | 'blank' | SkippedLine['why'];

/** `accountFor` of rows that JavaScript holds: the same tests in the same order. */
export function heldAccount(
  { rows }: HeldRows,
  parts: readonly Part[],
  keepHollow: boolean,
  context: StepContext,
): LineAccount {
  const account: LineAccount = {
    totals: { rowsRead: rows.length, header: 0, taken: 0, skipped: 0, blank: 0 },
    taken: [],
    skipped: [],
    blank: [],
    padded: [],
    paddedCount: 0,
    overflow: [],
    overflowCount: 0,
  };
  const blank: number[] = [];
  for (const row of rows) {
    const role = roleOf(row, parts, keepHollow);
    if (role === 'header' || role === 'taken' || role === 'blank') account.totals[role]++;
    else account.skipped.push({ line: row.line, text: joinedTrimmed(row.cells), why: role });
    if (role === 'blank') blank.push(row.line);
  }
  account.totals.skipped = account.skipped.length;
  account.blank = runsOf(blank);
  for (const { step, lines } of parts) {
    const data = rows.filter(lines.tests.isData);
    const last = shortTest(lines, context) === undefined ? [] : lines.columns.slice(-1);
    const beyond = beyondLast(step, lines, context);
    const short = data.filter((row) => cellsIn(row, last).includes(null));
    const over = data.filter((row) => !areEmpty(cellsIn(row, beyond)));
    account.taken.push(data.length);
    account.paddedCount += short.length;
    account.overflowCount += over.length;
    account.padded.push(...listed(short, lines.columns));
    account.overflow.push(...listed(over, beyond));
  }
  account.skipped.push(
    ...besideTables(
      rows,
      parts.map(({ step }) => step),
      context,
    ),
  );
  return account;
}

function roleOf(row: RawRow, parts: readonly Part[], keepHollow: boolean): Role {
  const isTaken = ({ lines }: Part) => lines.tests.isData(row);
  // A line of delimiters alone is blank, unless it was taken as a row.
  if (keepHollow && parts.some(isTaken)) return 'taken';
  if (areEmpty(row.cells)) return 'blank';
  for (const part of parts) {
    const { step, lines } = part;
    if (step.lines.includes(row.line)) return 'header';
    if (isTaken(part)) return 'taken';
    if (lines.tests.inRange(row) && lines.tests.isRepeated(row)) return 'header again';
    if (lines.tests.inRange(row) && lines.tests.isRemark(row)) return 'remark';
    const head = Math.max(0, ...step.lines);
    if (step.lines.length > 0 && row.line > head && row.line < step.firstDataLine)
      return step.units ? 'units' : 'between header and data';
  }
  return 'outside the tables';
}

function listed(rows: readonly RawRow[], columns: readonly string[]): ListedLine[] {
  return rows.map((row) => ({ line: row.line, text: joined(cellsIn(row, columns)) }));
}

/** Cells that stand in a line of one table, but in the columns of another where that has no row, or of none. */
function besideTables(
  rows: readonly RawRow[],
  steps: readonly StepOf<'header'>[],
  { rawWidth }: StepContext,
): SkippedLine[] {
  const beside = steps.filter(({ lastColumn }) => lastColumn !== undefined);
  return rows.flatMap((row) => {
    const here = beside.filter((step) => isLineOf(row, step));
    if (here.length === 0) return [];
    const isTheirs = (i: number) =>
      here.some(({ firstColumn = 1, lastColumn = 0 }) => i + 1 >= firstColumn && i + 1 <= lastColumn);
    const text = row.cells
      .slice(0, rawWidth)
      .flatMap((cell, i) => (cell === null || isTheirs(i) ? [] : trimmed(cell) || []))
      .join(' | ');
    return text === '' ? [] : [{ line: row.line, text, why: 'outside the tables' as const }];
  });
}

function isLineOf({ line }: RawRow, { lines, firstDataLine, lastDataLine }: StepOf<'header'>): boolean {
  return line >= Math.min(firstDataLine, ...lines) && line <= (lastDataLine ?? Number.POSITIVE_INFINITY);
}
