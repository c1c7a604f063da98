import { current } from 'immer';
import { Problem } from '../../../shared/contract/problem.ts';
import { identifier } from '../../engine/engine.ts';
import { ROW_LIST } from '../../project/listParameter.ts';
import type { CellValue } from '../../project/rowEffects.ts';
import { defineCommand } from '../command.ts';
import { findTable } from '../find.ts';

/** The same rows once more, at the end, in the order in which they are named. They have no line in a file. */
export const duplicateRows = defineCommand({
  name: 'duplicateRows',
  async apply({ document, rows }, { table: id, rows: ids }) {
    const table = findTable(document, id);
    const columns = current(table).columns.filter(({ formula }) => formula === undefined);
    const fields = columns.map((column) => `, ${identifier(column.id)}`).join('');
    const found = await rows.query({
      sql: `SELECT _id${fields} FROM ${rows.tableName(id)} WHERE _id IN (${ROW_LIST})`,
      values: [JSON.stringify(ids)],
    });
    const byId = new Map(found.map(([row, ...cells]) => [Number(row), cells]));
    const copies = ids.flatMap((row): Record<string, CellValue>[] => {
      const cells = byId.get(row);
      return cells ? [Object.fromEntries(columns.map((column, i) => [column.id, cells[i] ?? null]))] : [];
    });
    if (copies.length === 0) {
      throw new Problem({
        code: 'row.missing',
        message: 'These rows are worked out, or were deleted meanwhile.',
        place: { table: table.title },
      });
    }
    const added = await rows.insertRows(id, table.columns, copies);
    return {
      label: copies.length === 1 ? 'Duplicate a row' : `Duplicate ${copies.length} rows`,
      rows: added,
    };
  },
});
