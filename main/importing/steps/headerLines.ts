import { literal } from '../../engine/engine.ts';
import { namesOf } from '../detection/headerNames.ts';
import { type LineTests, lineTests } from './lineTests.ts';
import type { StepContext, StepOf } from './step.ts';

/** What JavaScript takes for spaces, so that a line is blank to both or to neither. */
const SPACES = literal(
  ' \t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff',
);
const CONTINUED = "\\b(continued|cont''?d|contd|page \\d+|suite|fortsetzung|continuación)\\b";

/** The lines of a table as SQL over `raw`: which are in its range, and which of those are no data. */
export interface HeaderLines {
  /** The columns of `raw`. */
  columns: string[];
  names: string[];
  inRange: string;
  isBlank: string;
  /** A line that says the header again, or that the page goes on; absent where none is to be expected. */
  isRepeated?: string;
  isRemark?: string;
  /** The data lines. */
  isData: string;
  /** The same for rows that are held. */
  tests: LineTests;
}

/** `keepHollow`: a line of delimiters alone is a row without a value; else it is left out as a blank one is. */
export async function headerLines(
  step: StepOf<'header'>,
  context: StepContext,
  keepHollow = false,
): Promise<HeaderLines> {
  const left = (step.firstColumn ?? 1) - 1;
  const right = Math.min(step.lastColumn ?? context.rawWidth, context.rawWidth);
  const head = step.names && !step.repeated ? [] : await headCells(step, left, right, context);
  const last = (cells: readonly string[]) => cells.findLastIndex((cell) => cell.trim() !== '') + 1;
  const width = head.length === 0 ? right - left : Math.max(1, ...head.map(last));
  const names =
    step.names ??
    (head.length === 0
      ? Array.from({ length: width }, () => '')
      : namesOf(
          head.map((_, i) => i),
          width,
          (row) => head[row] ?? [],
        ));
  const columns = names.map((_, i) => (left + i < right ? `c${left + i + 1}` : 'CAST(NULL AS VARCHAR)'));
  const all = Array.from({ length: Math.max(1, right - left) }, (_, i) => `c${left + i + 1}`);
  const inRange =
    step.lastDataLine === undefined
      ? `_line >= ${step.firstDataLine}`
      : `_line BETWEEN ${step.firstDataLine} AND ${step.lastDataLine}`;
  const hollow = keepHollow && all[1] !== undefined && context.isText ? ` AND ${all[1]} IS NULL` : '';
  const isBlank = `(${isEmpty(all)}${hollow})`;
  const [first = 'c1'] = all;
  const isRemark =
    step.comment === undefined
      ? undefined
      : `starts_with(ltrim(coalesce(${first}, ''), ${SPACES}), ${literal(step.comment)})`;
  const isRepeated =
    step.repeated === true && head.length > 0
      ? `(${[...head.map((cells) => sameAs(cells, all)), goesOn(all)].join(' OR ')})`
      : undefined;
  const not = [
    ...(context.even ? [] : [isBlank]),
    ...(isRepeated ? [isRepeated] : []),
    ...(isRemark ? [isRemark] : []),
  ];
  return {
    columns,
    names,
    inRange,
    isBlank,
    ...(isRepeated && { isRepeated }),
    ...(isRemark && { isRemark }),
    isData: [inRange, ...not.map((test) => `NOT ${test}`)].join(' AND '),
    tests: lineTests(step, { all, head, isHollowKept: keepHollow && context.isText }),
  };
}

/** True where none of the columns holds more than spaces. */
export function isEmpty(columns: readonly string[]): string {
  const [first = "''", ...others] = columns;
  // The first column is nearly always filled: the rest is asked for only where it is not.
  const rest = others.length > 0 ? ` AND trim(concat(${others.join(', ')}), ${SPACES}) = ''` : '';
  return `(trim(coalesce(${first}, ''), ${SPACES}) = ''${rest})`;
}

async function headCells(
  step: StepOf<'header'>,
  left: number,
  right: number,
  context: StepContext,
): Promise<string[][]> {
  if (step.lines.length === 0) return [];
  const { held } = context;
  if (held)
    return held.rows
      .filter(({ line }) => step.lines.includes(line))
      .map(({ cells }) => Array.from({ length: right - left }, (_, i) => cells[left + i] ?? ''));
  // Rows stand in the order of their lines, one or more lines each: no line is further down than its number.
  const rows = await context.rows(
    `SELECT * FROM (SELECT * FROM raw LIMIT ${Math.max(...step.lines)}) WHERE _line IN (${step.lines.join(', ')}) ORDER BY _line`,
  );
  return rows.map((row) => row.slice(1 + left, 1 + right).map((cell) => (cell === null ? '' : String(cell))));
}

function sameAs(cells: readonly string[], columns: readonly string[]): string {
  const tests = columns.map(
    (column, i) => `trim(coalesce(${column}, ''), ${SPACES}) = ${literal((cells[i] ?? '').trim())}`,
  );
  return `(${tests.join(' AND ')})`;
}

function goesOn([first = 'c1', ...others]: readonly string[]): string {
  const alone = others.length > 0 ? ` AND ${isEmpty(others)}` : '';
  return `(regexp_matches(coalesce(${first}, ''), '(?i)${CONTINUED}')${alone})`;
}
