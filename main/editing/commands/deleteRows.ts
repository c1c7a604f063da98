import { Problem } from '../../../shared/contract/problem.ts';
import { defineCommand } from '../command.ts';
import { findTable } from '../find.ts';
import { forgetCells } from '../forgetCells.ts';
import { rememberDeletions } from '../rememberDeletions.ts';

export const deleteRows = defineCommand({
  name: 'deleteRows',
  async apply({ document, rows }, { table: id, rows: ids }) {
    const table = findTable(document, id);
    const there = await rows.existing(id, ids);
    if (there.size === 0) {
      throw new Problem({
        code: 'row.missing',
        message: `These rows are no longer in "${table.title}".`,
        place: { table: table.title },
      });
    }
    const known = rows.inverseEffects.length;
    await rows.deleteRows(id, table.columns, [...there]);
    rememberDeletions(table, there.size, rows.inverseEffects.slice(0, rows.inverseEffects.length - known));
    forgetCells(table, ({ row }) => there.has(row));
    return { label: there.size === 1 ? 'Delete a row' : `Delete ${there.size} rows` };
  },
});
