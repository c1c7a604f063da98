import type { Column } from '../../../shared/model/table.ts';
import { identifier } from '../../engine/engine.ts';
import { columnId } from '../columnIds.ts';
import { namesOf } from '../detection/structure.ts';
import { counted, defineStep, type StepContext, type StepOf } from './step.ts';

/** Names the columns and takes the data lines. Lines that hold nothing are left out, short ones padded, cells beyond the last column reported. */
export const header = defineStep({
  step: 'header',
  async apply(_state, step, context) {
    const names = await headerNames(step, context);
    const taken = new Set<string>();
    const seen = new Map<string, number>();
    const columns = names.map((written, i): Column => {
      const plain = written || `column ${i + 1}`;
      const times = (seen.get(plain) ?? 0) + 1;
      seen.set(plain, times);
      const name = times === 1 ? plain : `${plain} ${times}`;
      const id = columnId(name, taken);
      taken.add(id);
      return { id, name, type: 'text', role: 'note' };
    });
    const lines =
      step.lastDataLine === undefined
        ? `_line >= ${step.firstDataLine}`
        : `_line BETWEEN ${step.firstDataLine} AND ${step.lastDataLine}`;
    const filled = !context.even ? `AND ${anyFilled(1, context.rawWidth)}` : '';
    const from = `FROM raw WHERE ${lines} ${filled}`;
    await reportRagged(from, columns.length, context);
    return {
      sql: `SELECT _line, ${columns.map(({ id }, i) => `${i < context.rawWidth ? `c${i + 1}` : 'CAST(NULL AS VARCHAR)'} AS ${identifier(id)}`).join(', ')} ${from}`,
      columns,
      light: true,
      unread: context.unread !== undefined,
      words: {
        title: 'Header',
        words: headerWords(step.lines),
        count: counted(columns.length, 'column'),
      },
    };
  },
});

function headerWords(lines: readonly number[]): string {
  if (lines.length === 0) return 'none: columns are numbered';
  return lines.length === 1 ? `line ${lines[0]}` : `lines ${lines[0]} to ${lines.at(-1)}`;
}

async function headerNames(step: StepOf<'header'>, context: StepContext): Promise<string[]> {
  if (step.names) return step.names;
  if (step.lines.length === 0) return Array.from({ length: context.rawWidth }, () => '');
  // Rows stand in the order of their lines, one or more lines each: no line is further down than its number.
  const rows = await context.rows(
    `SELECT * FROM (SELECT * FROM raw LIMIT ${Math.max(...step.lines)}) WHERE _line IN (${step.lines.join(', ')}) ORDER BY _line`,
  );
  const cells = rows.map((row) => row.slice(1).map((cell) => (cell === null ? null : String(cell))));
  const width = Math.max(
    1,
    ...cells.map((row) => row.findLastIndex((cell) => (cell ?? '').trim() !== '') + 1),
  );
  return namesOf(
    cells.map((_, i) => i),
    width,
    (row) => cells[row] ?? [],
  );
}

/** True where one of the columns holds more than spaces. */
function anyFilled(from: number, to: number): string {
  const columns = Array.from({ length: to - from + 1 }, (_, i) => `c${from + i}`);
  // The first column is nearly always filled: the rest is asked for only where it is not.
  return `(trim(coalesce(${columns[0]}, '')) <> ''${columns.length > 1 ? ` OR trim(concat(${columns.slice(1).join(', ')})) <> ''` : ''})`;
}

async function reportRagged(from: string, width: number, context: StepContext): Promise<void> {
  if (!context.isText || context.even) return;
  if (context.rawWidth > width) {
    const beyond = Array.from({ length: context.rawWidth - width }, (_, i) => `c${width + i + 1}`);
    const text = `concat_ws(' | ', ${beyond.join(', ')})`;
    const rows = await context.rows(
      `SELECT _line, ${text}, count(*) OVER () ${from} AND trim(concat(${beyond.join(', ')})) <> '' LIMIT 5`,
    );
    const [first] = rows;
    if (first) {
      context.note({
        code: 'import.overflow',
        weight: 'note',
        title: 'Cells beyond the last column',
        text: `Left out: ${rows.map(([line, cell]) => `line ${line}: ${cell}`).join('; ')}.`,
        count: Number(first[2]),
        place: { file: context.fileName, line: Number(first[0]) },
      });
    }
  }
  if (width > 1 && context.rawWidth >= width) {
    const short = await context.rows(`SELECT min(_line), count(*) ${from} AND c${width} IS NULL`);
    const [line, count] = short[0] ?? [];
    if (Number(count) > 0) {
      context.note({
        code: 'import.padded',
        weight: 'note',
        title: 'Short lines',
        text: 'Their missing cells at the end are empty.',
        count: Number(count),
        place: { file: context.fileName, line: Number(line) },
      });
    }
  }
}
