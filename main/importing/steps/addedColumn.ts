import type { Column } from '../../../shared/model/table.ts';
import { columnId } from '../columnIds.ts';
import type { TableState } from './step.ts';

/** The text column of that name, or a new one of that name that stands behind `after`. */
export function addedColumn(
  state: TableState,
  name: string,
  after: Column,
): { column: Column; columns: Column[]; isNew: boolean } {
  const known = state.columns.find((column) => column.name === name);
  if (known) return { column: known, columns: state.columns, isNew: false };
  const id = columnId(name, new Set(state.columns.map((column) => column.id)));
  const column: Column = { id, name, type: 'text', role: 'note' };
  return {
    column,
    columns: state.columns.flatMap((one) => (one === after ? [one, column] : [one])),
    isNew: true,
  };
}
