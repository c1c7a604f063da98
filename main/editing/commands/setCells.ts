import { Problem } from '../../../shared/contract/problem.ts';
import { defineCommand } from '../command.ts';
import { findColumn, findTable } from '../find.ts';
import { readTyped } from '../readTyped.ts';
import { rememberEdits } from '../rememberEdits.ts';

/** Cells as they were typed, read by their columns' types. Refused whole where one cannot be read, or its column is derived. */
export const setCells = defineCommand({
  name: 'setCells',
  async apply({ document, rows }, { table: id, cells }) {
    const table = findTable(document, id);
    const there = await rows.existing(id, [...new Set(cells.map((cell) => cell.row))]);
    const read = cells.map(({ row, column: columnId, value }) => {
      const column = findColumn(table, columnId);
      if (!there.has(row)) {
        throw new Problem({
          code: 'row.missing',
          message: `There is no row ${row} in "${table.title}".`,
          remedy: 'It may have been deleted meanwhile.',
          place: { table: table.title },
        });
      }
      const place = { table: table.title, column: column.label ?? column.name, row };
      return { row, column, value: readTyped(value, column, document.fiscalYearStart, place) };
    });
    const known = rows.inverseEffects.length;
    await rows.setCells(id, table.columns, read);
    rememberEdits(table, read, rows.inverseEffects.slice(0, rows.inverseEffects.length - known));
    return { label: cells.length === 1 ? 'Change a cell' : `Change ${cells.length} cells` };
  },
});
