import type { Draft } from 'immer';
import { columnLabel, type Table } from '../../shared/model/table.ts';
import type { Change } from '../project/change.ts';
import { findColumn } from './find.ts';
import { readTyped } from './readTyped.ts';
import type { ChangedCell } from './rememberEdits.ts';

/** Blocks of cells as cells to be emptied; those of rows that are gone are left out. Problem `cell.derived` for a worked out column. */
export async function emptiedBlocks(
  rows: Change,
  table: Draft<Table>,
  blocks: readonly { readonly rows: readonly number[]; readonly columns: readonly string[] }[],
): Promise<ChangedCell[]> {
  const there = await rows.existing(table.id, [...new Set(blocks.flatMap((block) => block.rows))]);
  return blocks.flatMap((block) => {
    const columns = block.columns.map((id) => {
      const column = findColumn(table, id);
      readTyped(null, column, 1, { table: table.title, column: columnLabel(column) });
      return column;
    });
    return block.rows
      .filter((row) => there.has(row))
      .flatMap((row) => columns.map((column) => ({ row, column, value: null })));
  });
}
