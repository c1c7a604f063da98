import type { Draft } from 'immer';
import type { Table } from '../../shared/model/table.ts';
import type { Change } from '../project/change.ts';
import type { CellValue } from '../project/rowEffects.ts';
import { type ChangedCell, rememberEdits } from './rememberEdits.ts';

/** Sets cells of rows that exist, and remembers what their file said. */
export async function writeCells(
  rows: Change,
  table: Draft<Table>,
  cells: (ChangedCell & { value: CellValue })[],
): Promise<void> {
  if (cells.length === 0) return;
  const known = rows.inverseEffects.length;
  await rows.setCells(table.id, table.columns, cells);
  const before = rows.inverseEffects.slice(0, rows.inverseEffects.length - known);
  rememberEdits(table, cells, before, rows.time);
}
