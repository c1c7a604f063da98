import type { Recipe } from '../../shared/model/recipe.ts';
import { identifier } from '../engine/engine.ts';
import { cellKind } from './detection/cellKind.ts';
import { type ColumnSample, isPeriod, proposeColumns } from './detection/proposeColumns.ts';
import type { FoundTable } from './detection/structure.ts';
import { headerOf } from './headerOf.ts';
import { applyStep } from './steps/index.ts';
import type { StepContext, TableState } from './steps/step.ts';

/** Rows from which types are judged; the steps themselves look at all and tell what does not fit. */
const SAMPLE_ROWS = 20_000;
const MOST_TEXTS = 1000;

/** The steps that turn the found table into typed columns. `reading` is how the raw cells were read. */
export async function proposeRecipe(
  reading: Recipe,
  found: FoundTable,
  lineOf: (row: number) => number,
  isLastTable: boolean,
  context: StepContext,
): Promise<Recipe> {
  const quiet: StepContext = { ...context, note: () => undefined };
  const recipe: Recipe = [
    ...reading,
    // To the end where nothing follows: next month's file is longer.
    headerOf(found, lineOf, isLastTable && found.after.length === 0),
  ];
  let state: TableState = { sql: '', columns: [] };
  const add = async (step: Recipe[number]) => {
    recipe.push(step);
    const { sql, columns } = await applyStep(state, step, quiet);
    state = { sql, columns };
  };
  const head = recipe.pop();
  if (head) await add(head);
  let samples = await sampleColumns(state, context);
  const hollow = samples.filter(
    ({ name, texts }) => /^column \d+$/.test(name) && texts.every(({ text }) => text.trim() === ''),
  );
  if (hollow.length > 0 && hollow.length < samples.length) {
    await add({ step: 'dropColumns', columns: hollow.map(({ name }) => name) });
    samples = samples.filter((sample) => !hollow.includes(sample));
  }
  const wide = wideColumns(samples, context.fiscalYearStart);
  if (wide.length > 0) {
    await add({ step: 'unpivot', columns: wide, nameTo: 'period', valueTo: 'value' });
    samples = await sampleColumns(state, context);
  }
  for (const step of proposeColumns(samples, context.fiscalYearStart)) recipe.push(step);
  return recipe;
}

/** Columns named by periods, over figures: 2019, 2020 ... or Jul-24, Aug-24 ... */
function wideColumns(samples: readonly ColumnSample[], fiscalYearStart: number): string[] {
  const named = samples.filter(({ name }) => isPeriod(name, fiscalYearStart));
  const figures = named.filter(({ texts }) => texts.every(({ text }) => cellKind(text) !== 'text'));
  return named.length >= 2 && figures.length >= named.length * 0.8 && named.length < samples.length
    ? named.map(({ name }) => name)
    : [];
}

async function sampleColumns(state: TableState, context: StepContext): Promise<ColumnSample[]> {
  const sample = context.helperTable();
  await context.run(`CREATE OR REPLACE TABLE ${sample} AS SELECT * FROM (${state.sql}) LIMIT ${SAMPLE_ROWS}`);
  const [[rows = 0] = []] = await context.rows(`SELECT count(*) FROM ${sample}`);
  const samples: ColumnSample[] = [];
  for (const { id, name } of state.columns) {
    const texts = await context.rows(
      `SELECT coalesce(${identifier(id)}, ''), count(*) FROM ${sample} GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${MOST_TEXTS}`,
    );
    samples.push({
      name,
      texts: texts.map(([text, count]) => ({ text: String(text), count: Number(count) })),
      many: texts.length === MOST_TEXTS,
      rows: Number(rows),
    });
  }
  return samples;
}
