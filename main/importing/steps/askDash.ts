import type { Column } from '../../../shared/model/table.ts';
import { identifier } from '../../engine/engine.ts';
import { MOST_CELLS, missingTest } from './cellNotes.ts';
import type { StepContext, StepOf } from './step.ts';

const DASHES = ['-', '\u2013', '\u2014', '--'];

/** Whether a dash of this step waits for its meaning. */
function isOpen(step: StepOf<'setColumn'>): boolean {
  return (
    step.role === 'measure' && step.zero === undefined && step.missing.some((mark) => DASHES.includes(mark))
  );
}

/** A dash is nil in some sources and no figure in others: asked once for a source, and kept in its recipe. Until then it is no figure. */
export async function askDash(
  from: string,
  wanted: ReadonlyMap<Column, StepOf<'setColumn'>>,
  context: StepContext,
): Promise<void> {
  const cells: { line: number; column: string; text: string }[] = [];
  let count = 0;
  for (const [column, step] of wanted) {
    if (!isOpen(step) || column.type !== 'text') continue;
    const cell = `t.${identifier(column.id)}`;
    const marks = step.missing.filter((mark) => DASHES.includes(mark));
    const rows = await context.rows(
      `SELECT _line, trim(${cell}), count(*) OVER () FROM ${from} WHERE ${missingTest(cell, marks)} AND trim(coalesce(${cell}, '')) <> '' ORDER BY _line LIMIT ${MOST_CELLS}`,
    );
    count += Number(rows[0]?.[2] ?? 0);
    cells.push(
      ...rows.map(([line, text]) => ({ line: Number(line), column: step.column, text: String(text) })),
    );
  }
  const [first] = cells;
  if (!first) return;
  const file = context.fileName;
  const answered = (asZero: boolean) =>
    (context.recipe ?? []).map((step) => {
      if (step.step !== 'setColumn' || !isOpen(step)) return step;
      const marks = step.missing.filter((mark) => DASHES.includes(mark));
      return asZero
        ? { ...step, missing: step.missing.filter((mark) => !marks.includes(mark)), zero: marks }
        : { ...step, zero: [] };
    });
  context.note({
    code: 'import.dash',
    weight: 'decide',
    title: 'What a dash means',
    text: `Some sources print a dash for nil, others for a figure that they do not have. Taken as no figure until you say. First: line ${first.line}, ${first.column}.`,
    count,
    place: { file, column: first.column, line: first.line },
    cells: cells
      .slice(0, MOST_CELLS)
      .map(({ line, column, text }) => ({ place: { file, column, line }, text })),
    treatments: [
      { title: 'No figure', recipe: answered(false) },
      { title: 'Nil: take it as 0', recipe: answered(true) },
    ],
  });
}
