import { identifier, type SqlValue } from '../engine/engine.ts';
import { blobPath } from './blobs.ts';
import { parquetQuery } from './parquet.ts';
import type { RowEffect, StoredColumn } from './rowEffects.ts';
import type { Run } from './run.ts';
import { sqlType } from './sqlType.ts';

/** Parameters of one statement; more are slow to plan. */
const AT_ONCE = 2000;

/** Makes a change of rows happen in the engine. Used alike for commands, undo, redo and recovery. */
export async function applyEffect(run: Run, folder: string, effect: RowEffect): Promise<void> {
  const table = identifier(effect.table);
  switch (effect.kind) {
    case 'setCells': {
      const byColumn = Map.groupBy(effect.cells, (cell) => cell.column.id);
      for (const [id, cells] of byColumn) {
        const type = sqlType(cells[0]?.column.type ?? 'text');
        const name = identifier(id);
        for (const part of slices(cells, AT_ONCE / 2)) {
          await run({
            sql: `UPDATE ${table} SET ${name} = v.value FROM (VALUES ${part.map(() => `(CAST(? AS BIGINT), CAST(? AS ${type}))`).join(', ')}) v(id, value) WHERE _id = v.id`,
            values: part.flatMap(({ row, value }): SqlValue[] => [row, value]),
          });
        }
      }
      return;
    }
    case 'putRows': {
      const { columns, rows } = effect;
      const places = `(CAST(? AS BIGINT), CAST(? AS INTEGER)${columns.map((c) => `, CAST(? AS ${sqlType(c.type)})`).join('')})`;
      for (const part of slices(rows, Math.max(1, Math.floor(AT_ONCE / (columns.length + 2))))) {
        await removeRows(
          run,
          table,
          part.map((row) => row.id),
        );
        await run({
          sql: `INSERT INTO ${table} (${fieldList(columns)}) VALUES ${part.map(() => places).join(', ')}`,
          values: part.flatMap(({ id, line, cells }): SqlValue[] => [
            id,
            line,
            ...columns.map((column) => cells[column.id] ?? null),
          ]),
        });
      }
      return;
    }
    case 'putBlob': {
      const query = await parquetQuery(run, blobPath(folder, effect.blob), effect.columns);
      await run({ sql: `DELETE FROM ${table} WHERE _id IN (SELECT _id FROM (${query}))` });
      await run({ sql: `INSERT INTO ${table} (${fieldList(effect.columns)}) ${query}` });
      return;
    }
    case 'removeRows':
      for (const part of slices(effect.rows, AT_ONCE)) await removeRows(run, table, part);
      return;
    case 'createTable': {
      const query = await parquetQuery(run, blobPath(folder, effect.blob), effect.columns);
      await run({ sql: `CREATE OR REPLACE TABLE ${table} AS ${query} ORDER BY 1` });
      return;
    }
    case 'dropTable':
      await run({ sql: `DROP TABLE ${table}` });
  }
}

async function removeRows(run: Run, table: string, rows: readonly number[]): Promise<void> {
  await run({
    sql: `DELETE FROM ${table} WHERE _id IN (${rows.map(() => 'CAST(? AS BIGINT)').join(', ')})`,
    values: rows,
  });
}

function fieldList(columns: readonly StoredColumn[]): string {
  return ['_id', '_line', ...columns.map((column) => identifier(column.id))].join(', ');
}

function* slices<T>(list: readonly T[], size: number): Generator<readonly T[]> {
  for (let from = 0; from < list.length; from += size) yield list.slice(from, from + size);
}
