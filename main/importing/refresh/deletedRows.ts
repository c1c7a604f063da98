import type { Column, Table } from '../../../shared/model/table.ts';
import { periodOfText } from '../../../shared/periods/periodText.ts';
import { identifier, literal } from '../../engine/engine.ts';
import { columnFields, columnSelect, columnValues, objectList } from '../../project/listParameter.ts';
import { fields, type Scratch, sameIn } from './releaseTables.ts';

type Deleted = NonNullable<Table['handDeleted']>[number];

/** Keys of rows that were deleted by hand and do not know a column are of an older shape of the table: they are passed over. */
function known({ handDeleted = [] }: Table, columns: readonly Column[]): Deleted[] {
  return handDeleted.filter((row) => columns.every(({ id }) => Object.hasOwn(row, id)));
}

/**
 * Makes `deletedAgain`: the rows of the newer file, by `_id`, that were deleted by hand and that the table does not have otherwise.
 * `told` are the columns that tell rows apart: the key, and the vintage where the file says it.
 */
export async function findDeletedAgain(
  scratch: Scratch,
  table: Table,
  told: readonly Column[],
  signal?: AbortSignal,
): Promise<void> {
  const rows = known(table, told).map((row) => columnValues(told, cellsOf(row, told)));
  await scratch.table(
    'deleted',
    `SELECT DISTINCT * EXCLUDE (_) FROM (SELECT 0 AS _${columnSelect(told)} FROM (${objectList(columnFields(told))}))`,
    signal,
    [JSON.stringify(rows)],
  );
  await scratch.table(
    'deletedAgain',
    `SELECT r._id FROM ${scratch.name('raw')} r SEMI JOIN ${scratch.name('deleted')} d ON ${sameIn('r', 'd', told)} ` +
      `ANTI JOIN ${scratch.name('stored')} s ON ${sameIn('r', 's', told)}`,
    signal,
  );
}

/** As the engine holds them. */
function cellsOf(row: Deleted, columns: readonly Column[]): Deleted {
  return Object.fromEntries(
    columns.map(({ id, type }) => {
      const cell = row[id] ?? null;
      return [id, type === 'period' && typeof cell === 'string' ? periodOfText(cell) : cell];
    }),
  );
}

/** The figures of rows that were deleted by hand and are in the newer file, as differences of their own kind. */
export function deletedFigures(
  scratch: Scratch,
  keys: readonly Column[],
  measures: readonly Column[],
): string {
  return measures
    .map(({ id, type }) => {
      const cell = `n.${identifier(id)}`;
      const isText = type === 'category' || type === 'text';
      return (
        `SELECT ${fields(keys, 'n')}, ${literal(id)} AS "change:measure", CAST(NULL AS BIGINT) AS "change:before", n._id AS "change:after", 'deleted' AS kind, ` +
        `CAST(NULL AS DOUBLE) AS "change:old", ${isText ? 'CAST(NULL AS DOUBLE)' : `CAST(${cell} AS DOUBLE)`} AS "change:now", ` +
        `CAST(NULL AS VARCHAR) AS "change:oldText", ${isText ? cell : 'CAST(NULL AS VARCHAR)'} AS "change:nowText", '' AS "change:also" ` +
        `FROM ${scratch.name('again')} n WHERE ${cell} IS NOT NULL`
      );
    })
    .join(' UNION ALL ');
}

/** What is still to be remembered when the newer file's rows are taken back in: keys that it does not have. */
export function stillDeleted(table: Table, back: readonly Deleted[], told: readonly Column[]): Deleted[] {
  const key = (row: Deleted) => JSON.stringify(told.map(({ id }) => row[id] ?? null));
  const returned = new Set(back.map(key));
  return (table.handDeleted ?? []).filter(
    (row) => !told.every(({ id }) => Object.hasOwn(row, id)) || !returned.has(key(row)),
  );
}
