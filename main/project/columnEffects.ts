import type { Id } from '../../shared/model/ids.ts';
import { identifier } from '../engine/engine.ts';
import { blobPath } from './blobs.ts';
import { parquetQuery } from './parquet.ts';
import type { RowEffect } from './rowEffects.ts';
import type { Run } from './run.ts';
import { sqlType } from './sqlType.ts';

export type ColumnEffect = Extract<RowEffect, { column: unknown }>;

/** Tables whose rows were changed, by the transaction that did it. */
const rowsChanged = new WeakMap<Run, Set<Id>>();

export function noteRowsChanged(run: Run, table: Id): void {
  const tables = rowsChanged.get(run) ?? new Set();
  rowsChanged.set(run, tables.add(table));
}

/**
 * Adds or drops a column.
 * DuckDB 1.5 refuses to commit where a table is altered after its rows were changed in the same transaction ("another transaction
 * has altered this table"), as when several steps are taken back at once: then the table is written anew, which costs ten times as much.
 */
export async function changeColumns(run: Run, folder: string, effect: ColumnEffect): Promise<void> {
  if (rowsChanged.get(run)?.has(effect.table)) await writeAnew(run, folder, effect);
  else await alter(run, folder, effect);
}

async function alter(run: Run, folder: string, effect: ColumnEffect): Promise<void> {
  const table = identifier(effect.table);
  if (effect.kind === 'dropColumn') {
    await run({ sql: `ALTER TABLE ${table} DROP COLUMN ${identifier(effect.column)}` });
    return;
  }
  const name = identifier(effect.column.id);
  await run({ sql: `ALTER TABLE ${table} ADD COLUMN ${name} ${sqlType(effect.column.type)}` });
  if (effect.kind === 'addColumn') {
    if (effect.value === null) return;
    await run({ sql: `UPDATE ${table} SET ${name} = ?`, values: [effect.value] });
  } else if (effect.kind === 'copyColumn') {
    await run({ sql: `UPDATE ${table} SET ${name} = ${identifier(effect.from)}` });
  } else {
    const cells = await parquetQuery(run, blobPath(folder, effect.blob), [effect.column]);
    await run({
      sql: `UPDATE ${table} SET ${name} = b.${name} FROM (${cells}) b WHERE ${table}._id = b._id`,
    });
  }
  noteRowsChanged(run, effect.table);
}

/** The rows keep the order in which they stand. */
async function writeAnew(run: Run, folder: string, effect: ColumnEffect): Promise<void> {
  const table = identifier(effect.table);
  const create = `CREATE OR REPLACE TABLE ${table} AS SELECT`;
  if (effect.kind === 'dropColumn') {
    await run({ sql: `${create} * EXCLUDE (${identifier(effect.column)}) FROM ${table}` });
    return;
  }
  const name = identifier(effect.column.id);
  const type = sqlType(effect.column.type);
  if (effect.kind === 'addColumn') {
    await run({ sql: `${create} *, CAST(? AS ${type}) AS ${name} FROM ${table}`, values: [effect.value] });
  } else if (effect.kind === 'copyColumn') {
    await run({ sql: `${create} *, ${identifier(effect.from)} AS ${name} FROM ${table}` });
  } else {
    const cells = await parquetQuery(run, blobPath(folder, effect.blob), [effect.column]);
    await run({
      sql: `${create} t.*, b.${name} FROM ${table} t LEFT JOIN (${cells}) b ON b._id = t._id ORDER BY t._id`,
    });
  }
}
