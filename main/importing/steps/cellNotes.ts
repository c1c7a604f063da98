import { literal } from '../../engine/engine.ts';
import type { StepContext, StepOf } from './step.ts';

/** Most cells whose text is told; the count tells the rest. */
const EXAMPLES = 5;

/** True where a cell holds nothing, or one of the marks for "no figure". */
export function missingTest(cell: string, marks: readonly string[]): string {
  const list = marks.filter((mark) => mark !== '').map((mark) => literal(mark.toLowerCase()));
  return list.length === 0
    ? `trim(coalesce(${cell}, '')) = ''`
    : `(trim(coalesce(${cell}, '')) = '' OR lower(trim(${cell})) IN (${list.join(', ')}))`;
}

/** Tells the marks for "no figure" that a column holds. */
export async function reportMissing(
  from: string,
  cell: string,
  step: StepOf<'setColumn'>,
  context: StepContext,
): Promise<void> {
  if (step.missing.every((mark) => mark === '')) return;
  const rows = await context.rows(
    `SELECT trim(${cell}), count(*), min(_line) FROM ${from} WHERE ${missingTest(cell, step.missing)} AND trim(coalesce(${cell}, '')) <> '' GROUP BY 1 ORDER BY 2 DESC, 3`,
  );
  if (rows.length === 0) return;
  context.note({
    code: 'import.missing-marks',
    weight: 'note',
    title: 'Marks for "no figure"',
    text: `In ${step.column}: ${rows.map(([mark, count]) => `"${mark}" ${count} times`).join(', ')}. Missing, not zero.`,
    count: rows.reduce((sum, row) => sum + Number(row[1]), 0),
    place: {
      file: context.fileName,
      column: step.column,
      line: Math.min(...rows.map(([, , line]) => Number(line))),
    },
  });
}

/** Tells the cells that are not missing and yet gave nothing, the first ones with their text, and answers how many. */
export async function reportRefused(
  from: string,
  cell: string,
  refused: string,
  step: StepOf<'setColumn'>,
  what: string,
  context: StepContext,
): Promise<number> {
  const rows = await context.rows(
    `SELECT _line, ${cell}, count(*) OVER () FROM ${from} WHERE ${refused} ORDER BY _line LIMIT ${EXAMPLES}`,
  );
  const [first] = rows;
  if (!first) return 0;
  context.note({
    code: `cell.not-a-${what.replaceAll(' ', '-')}`,
    weight: 'refused',
    title: `Not a ${what}`,
    text: `In ${step.column}, now missing: ${rows.map(([line, text]) => `line ${line}: "${text}"`).join(', ')}.`,
    count: Number(first[2]),
    place: { file: context.fileName, column: step.column, line: Number(first[0]) },
  });
  return Number(first[2]);
}
