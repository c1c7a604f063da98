import { identifier } from '../engine/engine.ts';
import type { ColumnSample } from './detection/columnSample.ts';
import type { StepContext, TableState } from './steps/step.ts';

/** Rows from which types are judged; the steps themselves look at all and tell what does not fit. */
const SAMPLE_ROWS = 20_000;
const MOST_TEXTS = 1000;

/** What the columns hold in the first rows. Of a column of many texts the most frequent, and those that are no plain number: flags are rare. */
export async function sampleColumns(state: TableState, context: StepContext): Promise<ColumnSample[]> {
  const sample = context.helperTable();
  await context.run(`CREATE OR REPLACE TABLE ${sample} AS SELECT * FROM (${state.sql}) LIMIT ${SAMPLE_ROWS}`);
  const [[rows = 0] = []] = await context.rows(`SELECT count(*) FROM ${sample}`);
  const samples: ColumnSample[] = [];
  for (const { id, name, labels } of state.columns) {
    const frequent = await textsIn(sample, identifier(id), '', context);
    const many = frequent.length === MOST_TEXTS;
    const odd = many
      ? await textsIn(sample, identifier(id), `WHERE TRY_CAST(${identifier(id)} AS DOUBLE) IS NULL`, context)
      : [];
    const known = new Set(frequent.map(({ text }) => text));
    const texts = [...frequent, ...odd.filter(({ text }) => !known.has(text))];
    samples.push({ name, texts, many, rows: Number(rows), ...(labels && { labels }) });
  }
  return samples;
}

async function textsIn(
  sample: string,
  cell: string,
  where: string,
  context: StepContext,
): Promise<{ text: string; count: number }[]> {
  const texts = await context.rows(
    `SELECT coalesce(${cell}, ''), count(*) FROM ${sample} ${where} GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${MOST_TEXTS}`,
  );
  return texts.map(([text, count]) => ({ text: String(text), count: Number(count) }));
}
