import type { ImportNote } from '../../../shared/contract/importing.ts';
import { cellsIn, type HeldRows, joined, joinedTrimmed, trimmed } from '../heldRows.ts';
import type { RawRow } from '../readers/reader.ts';
import type { HeaderLines } from './headerLines.ts';
import type { StepContext, StepOf } from './step.ts';

/** Cells that a note lists. */
const MOST_CELLS = 100;
const SHOWN = 5;

/** Tells the lines in a table's range that are no data, the short ones and what stands beyond the last column. */
export async function reportLines(
  step: StepOf<'header'>,
  lines: HeaderLines,
  context: StepContext,
): Promise<void> {
  const odd = context.held
    ? oddAmong(context.held, step, lines, context)
    : await oddLines(step, lines, context);
  tellBetween(odd.between, step, context);
  const { blank, repeated, remarks, overflow, padded } = odd;
  if (blank.count > 0)
    context.note(
      noteOf(
        'import.blank-lines',
        'Blank lines',
        blank.count,
        blank.first,
        context,
        (found) =>
          `Left out: ${listed(
            found.map(({ line }) => String(line)),
            blank.count,
            'line',
          )}.`,
      ),
    );
  if (repeated.count > 0)
    context.note(
      noteOf(
        'import.repeated-header',
        'The header again',
        repeated.count,
        repeated.first,
        context,
        (found) =>
          `Lines that say the header again, or that a page goes on, are no data: ${listed(
            found.map(({ line }) => String(line)),
            repeated.count,
            'line',
          )}.`,
      ),
    );
  if (remarks.count > 0)
    context.note(
      noteOf(
        'import.remarks',
        'Remarks among the rows',
        remarks.count,
        remarks.first,
        context,
        (found) => `Left out: ${listed(found.map(told), remarks.count)}.`,
      ),
    );
  if (overflow.count > 0)
    context.note(
      noteOf(
        'import.overflow',
        'Cells beyond the last column',
        overflow.count,
        overflow.first,
        context,
        (found) => `Left out: ${listed(found.map(told), overflow.count)}.`,
      ),
    );
  if (padded.count > 0)
    context.note(
      noteOf(
        'import.padded',
        'Short lines',
        padded.count,
        padded.first,
        context,
        () => 'Their missing cells at the end are empty.',
      ),
    );
}

/** How many, and the first of them. */
interface Odd {
  count: number;
  first: readonly Line[];
}

interface OddLines {
  /** Between the header and the data. */
  between: readonly Line[];
  blank: Odd;
  repeated: Odd;
  remarks: Odd;
  overflow: Odd;
  padded: Odd;
}

const NONE: Odd = { count: 0, first: [] };

async function oddLines(step: StepOf<'header'>, lines: HeaderLines, context: StepContext): Promise<OddLines> {
  const between = await linesBetween(step, context);
  const beyond = beyondLast(step, lines, context);
  const short = shortTest(lines, context);
  const tests = [
    context.even ? undefined : lines.isBlank,
    lines.isRepeated,
    lines.isRemark,
    beyond.length === 0 ? undefined : `${lines.isData} AND trim(concat(${beyond.join(', ')})) <> ''`,
    short && `${lines.isData} AND ${short}`,
  ].map((test) => test ?? 'false');
  if (tests.every((test) => test === 'false'))
    return { between, blank: NONE, repeated: NONE, remarks: NONE, overflow: NONE, padded: NONE };
  const [counts = []] = await context.rows(
    `SELECT ${tests.map((test) => `count(*) FILTER (WHERE ${test})`).join(', ')} FROM raw WHERE ${lines.inRange}`,
  );
  const text = `concat_ws(' | ', ${lines.columns.join(', ')})`;
  const odd = async (i: number, shown: string): Promise<Odd> => {
    const count = Number(counts[i] ?? 0);
    if (count === 0) return NONE;
    return { count, first: await linesThat(`${lines.inRange} AND ${tests[i]}`, shown, context) };
  };
  return {
    between,
    blank: await odd(0, "''"),
    repeated: await odd(1, text),
    remarks: await odd(2, text),
    overflow: await odd(3, `concat_ws(' | ', ${beyond.join(', ')})`),
    padded: await odd(4, text),
  };
}

/** The same of rows that JavaScript holds. */
function oddAmong(
  { rows }: HeldRows,
  step: StepOf<'header'>,
  lines: HeaderLines,
  context: StepContext,
): OddLines {
  const { columns, tests } = lines;
  const beyond = beyondLast(step, lines, context);
  const last = shortTest(lines, context) === undefined ? [] : columns.slice(-1);
  const inRange = rows.filter(tests.inRange);
  const data = inRange.filter(tests.isData);
  const odd = (found: readonly RawRow[], shown: (row: RawRow) => string): Odd => ({
    count: found.length,
    first: found.slice(0, MOST_CELLS).map((row) => ({ line: row.line, text: shown(row) })),
  });
  const text = (row: RawRow) => joined(cellsIn(row, columns));
  const before = Math.max(0, ...step.lines);
  return {
    between:
      step.lines.length === 0
        ? []
        : rows
            .filter(({ line }) => line > before && line < step.firstDataLine)
            .slice(0, MOST_CELLS)
            .map(({ line, cells }) => ({ line, text: joinedTrimmed(cells) }))
            .filter((one) => one.text !== ''),
    blank: odd(inRange.filter(tests.isBlank), () => ''),
    repeated: odd(inRange.filter(tests.isRepeated), text),
    remarks: odd(inRange.filter(tests.isRemark), text),
    overflow: odd(
      data.filter((row) => cellsIn(row, beyond).some((cell) => trimmed(cell ?? '') !== '')),
      (row) => joined(cellsIn(row, beyond)),
    ),
    padded: odd(
      data.filter((row) => cellsIn(row, last).includes(null)),
      text,
    ),
  };
}

interface Line {
  line: number;
  text: string;
}

async function linesThat(test: string, text: string, context: StepContext): Promise<Line[]> {
  const rows = await context.rows(
    `SELECT _line, ${text} FROM raw WHERE ${test} ORDER BY _line LIMIT ${MOST_CELLS}`,
  );
  return rows.map(([line, shown]) => ({ line: Number(line), text: String(shown ?? '') }));
}

/** What stands between the header and the data: units, the numbers of the columns. */
async function linesBetween(step: StepOf<'header'>, context: StepContext): Promise<Line[]> {
  const last = Math.max(0, ...step.lines);
  if (step.lines.length === 0 || step.firstDataLine <= last + 1) return [];
  const columns = Array.from({ length: context.rawWidth }, (_, i) => `nullif(trim(c${i + 1}), '')`);
  const found = await linesThat(
    `_line > ${last} AND _line < ${step.firstDataLine}`,
    `concat_ws(' | ', ${columns.join(', ')})`,
    context,
  );
  return found.filter(({ text }) => text !== '');
}

function tellBetween(found: readonly Line[], step: StepOf<'header'>, context: StepContext): void {
  if (found.length === 0) return;
  context.note(
    noteOf(
      'import.between',
      'Lines between header and data',
      found.length,
      found,
      context,
      (lines) =>
        `${step.units ? 'They hold the units of the columns' : 'They are no data'}: ${listed(lines.map(told), found.length)}.`,
    ),
  );
}

function noteOf(
  code: string,
  title: string,
  count: number,
  found: readonly Line[],
  { fileName: file }: StepContext,
  words: (found: readonly Line[]) => string,
): ImportNote {
  const line = found[0]?.line;
  return {
    code,
    weight: 'note',
    title,
    text: words(found),
    count,
    place: { file, ...(line !== undefined && { line }) },
    cells: found.map((one) => ({ place: { file, line: one.line }, text: one.text })),
  };
}

function told({ line, text }: Line): string {
  return `line ${line}: ${text}`;
}

function listed(texts: readonly string[], count: number, noun?: string): string {
  const shown = texts.slice(0, SHOWN);
  const words = noun ? `${noun}${count === 1 ? '' : 's'} ${shown.join(', ')}` : shown.join('; ');
  return count > shown.length ? `${words} and ${count - shown.length} more` : words;
}

/** The columns of `raw` beyond the table's last one; none where another table stands there. */
export function beyondLast(step: StepOf<'header'>, { columns }: HeaderLines, context: StepContext): string[] {
  if (context.even || step.lastColumn !== undefined) return [];
  const last = (step.firstColumn ?? 1) - 1 + columns.length;
  return Array.from({ length: Math.max(0, context.rawWidth - last) }, (_, i) => `c${last + i + 1}`);
}

/** A line that ends before the last column; undefined where none can, or where every one does. */
export function shortTest({ columns }: HeaderLines, context: StepContext): string | undefined {
  const last = columns.at(-1);
  if (!context.isText || context.even || columns.length < 2 || !last?.startsWith('c')) return undefined;
  return `${last} IS NULL`;
}
