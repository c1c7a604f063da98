import { identifier } from '../engine/engine.ts';
import type { ColumnSample } from './detection/columnSample.ts';
import type { StepContext, TableState } from './steps/step.ts';

/** Rows from which types are judged; the steps themselves look at all and tell what does not fit. */
const SAMPLE_ROWS = 20_000;
const MOST_TEXTS = 1000;
/** So few rows are counted here: a query for each column costs more than they do. */
const FEW_ROWS = 2000;

/** What the columns hold in the first rows. Of a column of many texts the most frequent, and those that are no plain number: flags are rare. */
export async function sampleColumns(state: TableState, context: StepContext): Promise<ColumnSample[]> {
  const fields = state.columns.map(({ id }) => `coalesce(${identifier(id)}, '')`).join(', ');
  const few = await context.rows(`SELECT ${fields} FROM (${state.sql}) LIMIT ${FEW_ROWS + 1}`);
  if (few.length <= FEW_ROWS)
    return state.columns.map(({ name, labels }, i) => {
      const texts = textsOf(few.map((row) => String(row[i])));
      return { name, texts, many: texts.length >= MOST_TEXTS, rows: few.length, ...(labels && { labels }) };
    });
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

/** The most frequent first, then in the order of their bytes, as the engine has them. */
function textsOf(cells: readonly string[]): { text: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const text of cells) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts]
    .map(([text, count]) => ({ text, count }))
    .sort((a, b) => b.count - a.count || Buffer.compare(Buffer.from(a.text), Buffer.from(b.text)));
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
