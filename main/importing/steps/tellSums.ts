import type { Recipe } from '../../../shared/model/recipe.ts';
import type { Column } from '../../../shared/model/table.ts';
import { identifier } from '../../engine/engine.ts';
import { partsOfSum } from '../detection/sumColumns.ts';
import { MOST_CELLS } from './cellNotes.ts';
import { numberExpression } from './numberExpression.ts';
import type { StepContext, StepOf, TableState } from './step.ts';

/** Columns that add up others are left out, so that nothing is counted twice, once they were compared with what they add up. */
export async function tellSums(
  state: TableState,
  step: StepOf<'dropColumns'>,
  dropped: readonly Column[],
  context: StepContext,
): Promise<void> {
  const names = state.columns.map(({ name }) => name);
  for (const sum of dropped) {
    const named = partsOfSum(sum.name, step.columns, names, context.fiscalYearStart);
    const parts = state.columns.filter(({ name }) => named.includes(name));
    if (parts.length === 0) tellAlone(sum, step, context);
    else await compare(state, step, sum, parts, context);
  }
}

async function compare(
  state: TableState,
  step: StepOf<'dropColumns'>,
  sum: Column,
  parts: readonly Column[],
  context: StepContext,
): Promise<void> {
  const { decimal, affixes } = readingOf(context.recipe);
  const value = (column: Column) => numberExpression(identifier(column.id), decimal, affixes);
  const figures = `SELECT _line, ${identifier(sum.id)} AS printed, ${value(sum)} AS whole, list_filter([${parts.map(value).join(', ')}], x -> x IS NOT NULL) AS parts FROM (${state.sql})`;
  const compared = `SELECT _line, printed, whole, list_sum(parts) AS added, len(parts) AS n FROM (${figures}) WHERE whole IS NOT NULL AND len(parts) > 0`;
  // As with totals of rows: each figure is rounded on its own. Where a part is missing the rest may come to less.
  const near =
    'abs(whole - added) <= greatest(0.05 * n, abs(whole) * 0.002, CASE WHEN whole = floor(whole) AND added = floor(added) THEN 0.5 * (n + 1) ELSE 0 END)';
  const fits = `(${near} OR (n < ${parts.length} AND abs(added) < abs(whole)))`;
  const [[rows = 0, odd = 0] = []] = await context.rows(
    `SELECT count(*), count(*) FILTER (NOT ${fits}) FROM (${compared})`,
  );
  const gaps = await context.rows(
    `SELECT _line, printed, added FROM (${compared}) WHERE NOT ${fits} ORDER BY _line LIMIT ${MOST_CELLS}`,
  );
  const file = context.fileName;
  const [first] = gaps;
  const told = gaps
    .slice(0, 5)
    .map(([line, printed, added]) => `line ${line}: ${printed} printed, ${shown(Number(added))} added up`);
  const range = `${parts[0]?.name}${parts.length > 1 ? ` to ${parts.at(-1)?.name}` : ''}`;
  context.note({
    code: 'import.sum-column',
    weight: first ? 'decide' : 'note',
    title: first ? 'A column of totals that does not add up' : 'A column of totals',
    text: `"${sum.name}" adds up ${range} and is left out, so that nothing is counted twice. ${first ? `In ${odd} of ${rows} rows it is not their sum: ${told.join('; ')}${Number(odd) > told.length ? ' and more' : ''}.` : `It agrees in all ${rows} rows.`}`,
    count: Number(first ? odd : rows),
    place: { file, column: sum.name, ...(first && { line: Number(first[0]) }) },
    ...(first && {
      cells: gaps.map(([line, printed]) => ({
        place: { file, column: sum.name, line: Number(line) },
        text: String(printed),
      })),
    }),
    treatments: kept(sum, step, context),
  });
}

function tellAlone(sum: Column, step: StepOf<'dropColumns'>, context: StepContext): void {
  context.note({
    code: 'import.sum-column',
    weight: 'decide',
    title: 'A column of totals',
    text: `"${sum.name}" is called a total and is left out. The file holds nothing that it could be the sum of.`,
    count: 1,
    place: { file: context.fileName, column: sum.name },
    treatments: kept(sum, step, context),
  });
}

/** How the figures are read further down. */
function readingOf(recipe: Recipe = []): { decimal: '.' | ','; affixes: string[] } {
  const measures = recipe.flatMap((step) =>
    step.step === 'setColumn' && step.role === 'measure' && step.nature !== 'rate' ? [step] : [],
  );
  return {
    decimal: measures.some(({ decimal }) => decimal === ',') ? ',' : '.',
    affixes: [...new Set(measures.flatMap(({ affixes = [] }) => affixes))],
  };
}

function kept(sum: Column, step: StepOf<'dropColumns'>, { recipe }: StepContext) {
  if (!recipe?.includes(step)) return [];
  const columns = step.columns.filter((name) => name !== sum.name);
  return [
    {
      title: `Keep "${sum.name}" as a column`,
      recipe: recipe.flatMap(
        (one): Recipe => (one !== step ? [one] : columns.length > 0 ? [{ ...step, columns }] : []),
      ),
    },
  ];
}

/** Sums of decimals carry dust of their last digits. */
function shown(value: number): string {
  return String(Number(value.toPrecision(12)));
}
