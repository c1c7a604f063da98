import { identifier, literal } from '../engine/engine.ts';
import { checkTexts, codeExpression, mapCodes, PERIOD_TEXTS } from './periodMap.ts';
import type { StoredColumn } from './rowEffects.ts';
import type { Run } from './run.ts';
import { sqlType } from './sqlType.ts';

/**
 * Rows of an engine table as Parquet (zstd): `_id`, `_line` and the columns by id, periods as canonical text.
 * `ids` keeps some rows only: a query of one column that names them.
 */
export async function writeParquet(
  run: Run,
  table: string,
  columns: readonly StoredColumn[],
  path: string,
  ids?: string,
): Promise<void> {
  const keep = ids ? ` WHERE _id IN (${ids})` : '';
  const joins: string[] = [];
  const fields = ['t._id', 't._line'];
  for (const [i, { id, type }] of columns.entries()) {
    const name = identifier(id);
    if (type !== 'period') {
      fields.push(`t.${name}`);
      continue;
    }
    await mapCodes(run, `SELECT ${name} AS code FROM ${table}${keep}`);
    joins.push(`LEFT JOIN ${PERIOD_TEXTS} p${i} ON p${i}.code = t.${name}`);
    fields.push(`p${i}.spelt AS ${name}`);
  }
  await run({
    sql: `COPY (SELECT ${fields.join(', ')} FROM (SELECT * FROM ${table}${keep}) t ${joins.join(' ')} ORDER BY t._id) TO ${literal(path)} (FORMAT parquet, COMPRESSION zstd)`,
  });
}

/**
 * A query that yields `_id`, `_line` and the columns from a Parquet file, typed for the engine.
 * A file without `_id` numbers its rows from `firstId`; one without `_line` knows no lines.
 */
export async function parquetQuery(
  run: Run,
  path: string,
  columns: readonly StoredColumn[],
  firstId = 1,
): Promise<string> {
  const from = `read_parquet(${literal(path)}, file_row_number = true)`;
  const described = await run({ sql: `DESCRIBE SELECT * FROM ${from}` });
  const types = new Map(described.map(([name, type]) => [String(name), String(type)]));
  const fields = [
    types.has('_id') ? 'CAST(t._id AS BIGINT) AS _id' : `t.file_row_number + ${firstId} AS _id`,
    types.has('_line') ? 'CAST(t._line AS INTEGER) AS _line' : 'CAST(NULL AS INTEGER) AS _line',
  ];
  for (const { id, type } of columns) {
    const name = identifier(id);
    if (type === 'period' && types.get(id) === 'VARCHAR') {
      await checkTexts(run, `SELECT ${name} AS spelt FROM ${from}`);
      fields.push(`${codeExpression(`t.${name}`)} AS ${name}`);
    } else {
      fields.push(`CAST(t.${name} AS ${sqlType(type)}) AS ${name}`);
    }
  }
  return `SELECT ${fields.join(', ')} FROM ${from} t`;
}
