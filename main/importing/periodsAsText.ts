import { periodText } from '../../shared/periods/periodText.ts';
import { identifier, literal } from '../engine/engine.ts';
import type { StepContext, TableState } from './steps/step.ts';
import { textLookup } from './steps/textLookup.ts';

/** The same query with period codes as canonical text: what is written to Parquet must be readable without this program. */
export async function periodsAsText({ sql, columns }: TableState, context: StepContext): Promise<string> {
  if (!columns.some(({ type }) => type === 'period')) return sql;
  const fields = ['t._line'];
  for (const { id: column, type } of columns) {
    const id = identifier(column);
    if (type !== 'period') {
      fields.push(`t.${id}`);
      continue;
    }
    const codes = await context.rows(`SELECT DISTINCT ${id} FROM (${sql}) WHERE ${id} IS NOT NULL`);
    const textOf = textLookup(
      codes.map(([code]) => [String(code), literal(periodText(Number(code)))] as const),
      'VARCHAR',
    );
    fields.push(`${textOf(`CAST(t.${id} AS VARCHAR)`)} AS ${id}`);
  }
  return `SELECT ${fields.join(', ')} FROM (${sql}) t`;
}
