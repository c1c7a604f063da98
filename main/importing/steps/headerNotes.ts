import type { ImportNote } from '../../../shared/contract/importing.ts';
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
  await reportBetween(step, context);
  const beyond = beyondLast(step, lines, context);
  const short = shortTest(lines, context);
  const tests = [
    context.even ? undefined : lines.isBlank,
    lines.isRepeated,
    lines.isRemark,
    beyond.length === 0 ? undefined : `${lines.isData} AND trim(concat(${beyond.join(', ')})) <> ''`,
    short && `${lines.isData} AND ${short}`,
  ].map((test) => test ?? 'false');
  if (tests.every((test) => test === 'false')) return;
  const [counts = []] = await context.rows(
    `SELECT ${tests.map((test) => `count(*) FILTER (WHERE ${test})`).join(', ')} FROM raw WHERE ${lines.inRange}`,
  );
  const [blank = 0, repeated = 0, remarks = 0, overflow = 0, padded = 0] = counts.map(Number);
  const [blankTest = '', repeatedTest = '', remarkTest = '', overflowTest = '', shortLines = ''] = tests;
  const text = `concat_ws(' | ', ${lines.columns.join(', ')})`;
  const ask = (test: string, shown: string) => linesThat(`${lines.inRange} AND ${test}`, shown, context);
  if (blank > 0)
    context.note(
      noteOf(
        'import.blank-lines',
        'Blank lines',
        blank,
        await ask(blankTest, "''"),
        context,
        (found) =>
          `Left out: ${listed(
            found.map(({ line }) => String(line)),
            blank,
            'line',
          )}.`,
      ),
    );
  if (repeated > 0)
    context.note(
      noteOf(
        'import.repeated-header',
        'The header again',
        repeated,
        await ask(repeatedTest, text),
        context,
        (found) =>
          `Lines that say the header again, or that a page goes on, are no data: ${listed(
            found.map(({ line }) => String(line)),
            repeated,
            'line',
          )}.`,
      ),
    );
  if (remarks > 0)
    context.note(
      noteOf(
        'import.remarks',
        'Remarks among the rows',
        remarks,
        await ask(remarkTest, text),
        context,
        (found) => `Left out: ${listed(found.map(told), remarks)}.`,
      ),
    );
  if (overflow > 0)
    context.note(
      noteOf(
        'import.overflow',
        'Cells beyond the last column',
        overflow,
        await ask(overflowTest, `concat_ws(' | ', ${beyond.join(', ')})`),
        context,
        (found) => `Left out: ${listed(found.map(told), overflow)}.`,
      ),
    );
  if (padded > 0)
    context.note(
      noteOf(
        'import.padded',
        'Short lines',
        padded,
        await ask(shortLines, text),
        context,
        () => 'Their missing cells at the end are empty.',
      ),
    );
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
async function reportBetween(step: StepOf<'header'>, context: StepContext): Promise<void> {
  const last = Math.max(0, ...step.lines);
  if (step.lines.length === 0 || step.firstDataLine <= last + 1) return;
  const columns = Array.from({ length: context.rawWidth }, (_, i) => `nullif(trim(c${i + 1}), '')`);
  const found = (
    await linesThat(
      `_line > ${last} AND _line < ${step.firstDataLine}`,
      `concat_ws(' | ', ${columns.join(', ')})`,
      context,
    )
  ).filter(({ text }) => text !== '');
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
