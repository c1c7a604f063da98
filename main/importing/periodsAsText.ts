import { periodText } from '../../shared/periods/periodText.ts';
import { identifier, literal } from '../engine/engine.ts';
import type { StepContext, TableState } from './steps/step.ts';

/** The same query with period codes as canonical text: what is written to Parquet must be readable without this program. */
export async function periodsAsText({ sql, columns }: TableState, context: StepContext): Promise<string> {
  const joins: string[] = [];
  const fields = ['t._line'];
  for (const { id: column, type } of columns) {
    const id = identifier(column);
    if (type !== 'period') {
      fields.push(`t.${id}`);
      continue;
    }
    const codes = await context.rows(`SELECT DISTINCT ${id} FROM (${sql}) WHERE ${id} IS NOT NULL`);
    const map = context.helperTable();
    // A list of texts is joined and written as numbers.
    const texts = codes.map(([code]) => literal(periodText(Number(code))));
    const list = texts.length > 0 && texts.length <= 5000 ? `ENUM(${texts.join(', ')})` : 'VARCHAR';
    await context.run(`CREATE OR REPLACE TABLE ${map} (code INTEGER, text ${list})`);
    for (let from = 0; from < codes.length; from += 1000) {
      const part = codes
        .slice(from, from + 1000)
        .map(([code]) => `(${code}, ${literal(periodText(Number(code)))})`);
      await context.run(`INSERT INTO ${map} VALUES ${part.join(', ')}`);
    }
    joins.push(`LEFT JOIN ${map} ON ${map}.code = t.${id}`);
    fields.push(`${map}.text AS ${id}`);
  }
  return joins.length === 0 ? sql : `SELECT ${fields.join(', ')} FROM (${sql}) t ${joins.join(' ')}`;
}
