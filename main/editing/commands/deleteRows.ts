import { Problem } from '../../../shared/contract/problem.ts';
import { defineCommand } from '../command.ts';
import { findTable } from '../find.ts';

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
    await rows.deleteRows(id, table.columns, [...there]);
    return { label: there.size === 1 ? 'Delete a row' : `Delete ${there.size} rows` };
  },
});
