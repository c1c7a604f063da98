import { useEffect, useRef } from 'react';
import type { Table } from '../../../shared/model/table.ts';
import { changeRowOrder, rowOrder } from '../rowOrder.ts';
import type { TableGrid } from '../tableGrid.ts';

/** Keeps a grid in step with the columns of its table and their layout; sorts and filters of columns that are gone, or hold something else now, are dropped. */
export function useShownTable(grid: TableGrid | null, table: Table): void {
  const { id, columns, layout } = table;
  const shown = useRef({ grid, columns, layout });
  useEffect(() => {
    const before = shown.current;
    shown.current = { grid, columns, layout };
    if (!grid || before.grid !== grid || (before.columns === columns && before.layout === layout)) return;
    const typeBefore = new Map(before.columns.map((column) => [column.id, column.type]));
    const typeNow = new Map(columns.map((column) => [column.id, column.type]));
    const { sort, where, groups } = rowOrder(id);
    const sorts = sort.filter(({ column }) => typeNow.has(column));
    const grouped = groups.filter((column) => typeNow.has(column));
    const filters = where.filter(
      ({ column }) => typeNow.has(column) && typeNow.get(column) === typeBefore.get(column),
    );
    if (sorts.length < sort.length || filters.length < where.length || grouped.length < groups.length) {
      changeRowOrder(id, { sort: sorts, where: filters, groups: grouped });
    }
    grid.setTable({ columns, ...(layout && { layout }) });
  }, [grid, id, columns, layout]);
}
