import { identifier } from '../engine/engine.ts';
import { blobPath } from './blobs.ts';
import { changeColumns, noteRowsChanged } from './columnEffects.ts';
import { columnFields, columnSelect, columnValues, objectList, ROW_LIST } from './listParameter.ts';
import { parquetQuery } from './parquet.ts';
import type { RowEffect, StoredColumn } from './rowEffects.ts';
import type { Run } from './run.ts';
import { sqlType } from './sqlType.ts';

/** Makes a change of rows happen in the engine. Used alike for commands, undo, redo and recovery. */
export async function applyEffect(run: Run, folder: string, effect: RowEffect): Promise<void> {
  const table = identifier(effect.table);
  if ('column' in effect) {
    await changeColumns(run, folder, effect);
    return;
  }
  if (effect.kind === 'formula') return;
  noteRowsChanged(run, effect.table);
  switch (effect.kind) {
    case 'setCells': {
      for (const [id, cells] of Map.groupBy(effect.cells, (cell) => cell.column.id)) {
        const list = objectList({ id: 'BIGINT', value: sqlType(cells[0]?.column.type ?? 'text') });
        await run({
          sql: `UPDATE ${table} SET ${identifier(id)} = v.value FROM (${list}) v WHERE _id = v.id`,
          values: [JSON.stringify(cells.map(({ row, value }) => ({ id: row, value })))],
        });
      }
      return;
    }
    case 'putRows': {
      const { columns, rows } = effect;
      await removeRows(
        run,
        table,
        rows.map((row) => row.id),
      );
      const list = objectList({ id: 'BIGINT', line: 'INTEGER', ...columnFields(columns) });
      await run({
        sql: `INSERT INTO ${table} (${fieldList(columns)}) SELECT id, line${columnSelect(columns)} FROM (${list})`,
        values: [
          JSON.stringify(rows.map(({ id, line, cells }) => ({ id, line, ...columnValues(columns, cells) }))),
        ],
      });
      return;
    }
    case 'putBlob': {
      const query = await parquetQuery(run, blobPath(folder, effect.blob), effect.columns);
      await run({ sql: `DELETE FROM ${table} WHERE _id IN (SELECT _id FROM (${query}))` });
      await run({ sql: `INSERT INTO ${table} (${fieldList(effect.columns)}) ${query}` });
      return;
    }
    case 'removeRows':
      await removeRows(run, table, effect.rows);
      return;
    case 'createTable': {
      const query = await parquetQuery(run, blobPath(folder, effect.blob), effect.columns);
      // Blobs are written in the order of their rows, and are read in it.
      await run({ sql: `CREATE OR REPLACE TABLE ${table} AS ${query}` });
      return;
    }
    case 'dropTable':
      await run({ sql: `DROP TABLE ${table}` });
  }
}

async function removeRows(run: Run, table: string, rows: readonly number[]): Promise<void> {
  await run({ sql: `DELETE FROM ${table} WHERE _id IN (${ROW_LIST})`, values: [JSON.stringify(rows)] });
}

function fieldList(columns: readonly StoredColumn[]): string {
  return ['_id', '_line', ...columns.map((column) => identifier(column.id))].join(', ');
}
