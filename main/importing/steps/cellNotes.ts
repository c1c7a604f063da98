import type { Recipe, Step } from '../../../shared/model/recipe.ts';
import { literal } from '../../engine/engine.ts';
import { replaceTreatment, skipTreatment } from '../treatments.ts';
import { recipeBefore, recipeWith } from './recipeWith.ts';
import type { StepContext, StepOf } from './step.ts';

/** Most cells that are told with their text; the count tells the rest. */
export const MOST_CELLS = 100;
/** Cells that stand in the sentence itself. */
const EXAMPLES = 5;
/** More kinds of text than this are no few odd cells: they are not offered as marks. */
const MOST_KINDS = 50;

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
  const marks = step.missing.filter((mark) => mark !== '' && !step.zero?.includes(mark));
  if (marks.length === 0) return;
  const rows = await context.rows(
    `SELECT trim(${cell}), count(*), min(_line) FROM ${from} WHERE ${missingTest(cell, marks)} AND trim(coalesce(${cell}, '')) <> '' GROUP BY 1 ORDER BY 2 DESC, 3`,
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

/** Tells the cells that are not missing and yet gave nothing, the first ones with their text and what can be done, and answers how many. */
export async function reportRefused(
  from: string,
  cell: string,
  refused: string,
  step: StepOf<'setColumn'>,
  what: string,
  context: StepContext,
): Promise<number> {
  const rows = await context.rows(
    `SELECT _line, ${cell}, count(*) OVER () FROM ${from} WHERE ${refused} ORDER BY _line LIMIT ${MOST_CELLS}`,
  );
  const [first] = rows;
  if (!first) return 0;
  const kinds = await context.rows(
    `SELECT DISTINCT ${cell} FROM ${from} WHERE ${refused} ORDER BY 1 LIMIT ${MOST_KINDS + 1}`,
  );
  const count = Number(first[2]);
  const examples = rows.slice(0, EXAMPLES).map(([line, text]) => `line ${line}: "${text}"`);
  context.note({
    code: `cell.not-a-${what.replaceAll(' ', '-')}`,
    weight: 'refused',
    title: `Not a ${what}`,
    text: `In ${step.column}, now missing: ${examples.join(', ')}${count > examples.length ? ` and ${count - examples.length} more` : ''}.`,
    count,
    place: { file: context.fileName, column: step.column, line: Number(first[0]) },
    cells: rows.map(([line, text]) => ({
      place: { file: context.fileName, column: step.column, line: Number(line) },
      text: String(text),
    })),
    treatments: treatmentsOf(
      kinds.map(([text]) => String(text)),
      // Lines are named only where they are all known.
      count > rows.length ? [] : rows.map(([line]) => Number(line)),
      step,
      context,
    ),
  });
  return count;
}

function treatmentsOf(
  texts: readonly string[],
  lines: readonly number[],
  step: StepOf<'setColumn'>,
  context: StepContext,
): { title: string; recipe: Recipe }[] {
  if (!context.recipe?.includes(step)) return [];
  const { nature: _, unit: __, ...plain } = step;
  const asText = recipeWith(step, { ...plain, type: 'text', role: 'note' }, context);
  const keep = { title: `Read ${step.column} as text`, recipe: asText };
  if (texts.length > MOST_KINDS) return [keep];
  const missing = { ...step, missing: [...new Set([...step.missing, ...texts.map((text) => text.trim())])] };
  const drop: Step = { step: 'filterRows', column: step.column, drop: [...texts] };
  return [
    { title: 'Take these texts as no figure', recipe: recipeWith(step, missing, context) },
    { title: 'Leave out their rows', recipe: recipeBefore(step, drop, context) },
    ...skipTreatment(context.recipe, lines),
    ...replaceTreatment(context.recipe, step, texts[0] ?? ''),
    keep,
  ];
}
