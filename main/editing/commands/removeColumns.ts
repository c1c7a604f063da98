import { Problem } from '../../../shared/contract/problem.ts';
import { columnLabel } from '../../../shared/model/table.ts';
import { defineCommand } from '../command.ts';
import { findColumn, findTable } from '../find.ts';
import { forgetCells } from '../forgetCells.ts';
import { removeItems } from '../removeItems.ts';

/**
 * Takes columns with their cells away. Views, targets and slides that ask for one keep their words and say which column they miss;
 * a selection over one is lifted, because nobody could see it any more.
 */
export const removeColumns = defineCommand({
  name: 'removeColumns',
  async apply({ document, rows }, { table: id, columns: ids }) {
    const table = findTable(document, id);
    const gone = new Set(ids);
    const going = [...gone].map((column) => findColumn(table, column));
    if (going.length === table.columns.length) {
      throw new Problem({
        code: 'column.last',
        message: `"${table.title}" would be left without a column.`,
        remedy: 'Remove the table instead.',
        place: { table: table.title },
      });
    }
    const [first] = going;
    const label =
      going.length === 1 && first
        ? `Remove column "${columnLabel(first)}"`
        : `Remove ${going.length} columns`;
    const removed = Object.fromEntries(going.map((column) => [column.id, columnLabel(column)]));
    for (const column of going) await rows.dropColumn(id, column);
    removeItems(table.columns, (column) => gone.has(column.id));
    table.removed = { ...table.removed, ...removed };
    const { layout } = table;
    if (layout) {
      removeItems(layout.order, (column) => gone.has(column));
      removeItems(layout.hidden, (column) => gone.has(column));
      for (const column of ids) delete layout.widths[column];
    }
    forgetCells(table, ({ column }) => gone.has(column));
    for (const page of document.pages) {
      removeItems(page.selection, (clause) => clause.table === id && gone.has(clause.column));
    }
    return { label };
  },
});
