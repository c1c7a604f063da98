import { columnLayout, movedOrder } from '../../../shared/model/columnLayout.ts';
import { columnLabel } from '../../../shared/model/table.ts';
import { defineCommand } from '../command.ts';
import { findColumn, findTable } from '../find.ts';

export const moveColumns = defineCommand({
  name: 'moveColumns',
  apply({ document }, { table: id, columns, before }) {
    const table = findTable(document, id);
    const moved = columns.map((column) => findColumn(table, column));
    if (before !== null) findColumn(table, before);
    const order = movedOrder(table, columns, before);
    table.layout = { ...columnLayout(table), order };
    const [first] = moved;
    return {
      label:
        moved.length === 1 && first ? `Move column "${columnLabel(first)}"` : `Move ${moved.length} columns`,
    };
  },
});
