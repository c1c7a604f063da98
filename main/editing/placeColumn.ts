import type { Draft } from 'immer';
import { orderedColumns } from '../../shared/model/columnLayout.ts';
import type { Id } from '../../shared/model/ids.ts';
import type { Column, Table } from '../../shared/model/table.ts';

/** Puts a new column beside another one, in the table and in its grid; at the end where none is named or it is gone. */
export function placeColumn(
  table: Draft<Table>,
  column: Column,
  beside?: { column: Id; side: 'before' | 'after' },
): void {
  const { layout } = table;
  const order = layout && layout.order.length > 0 ? orderedColumns(table).map(({ id }) => id) : null;
  const at = (ids: readonly Id[]) => {
    const found = beside ? ids.indexOf(beside.column) : -1;
    return found < 0 ? ids.length : found + (beside?.side === 'after' ? 1 : 0);
  };
  table.columns.splice(at(table.columns.map(({ id }) => id)), 0, column);
  if (layout && order) {
    order.splice(at(order), 0, column.id);
    layout.order = order;
  }
}
