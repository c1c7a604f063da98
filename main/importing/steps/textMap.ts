import { literal } from '../../engine/engine.ts';
import type { StepContext } from './step.ts';

/**
 * A helper table of texts and what each stands for (text, value); answers its name. It is joined by `text = coalesce(cell, '')` and holds
 * every text of the column and '': DuckDB 1.5 hands out rows that find no partner after the others, out of their order.
 */
export async function textMap(
  pairs: readonly (readonly [text: string, value: string | null])[],
  context: StepContext,
): Promise<string> {
  const map = context.helperTable();
  await context.run(`CREATE OR REPLACE TABLE ${map} AS SELECT '' AS text, CAST(NULL AS VARCHAR) AS value`);
  for (let from = 0; from < pairs.length; from += 1000) {
    const part = pairs
      .slice(from, from + 1000)
      .map(([text, value]) => `(${literal(text)}, ${value === null ? 'NULL' : literal(value)})`);
    await context.run(`INSERT INTO ${map} VALUES ${part.join(', ')}`);
  }
  return map;
}
