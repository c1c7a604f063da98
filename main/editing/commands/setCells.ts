import { Problem } from '../../../shared/contract/problem.ts';
import { type Column, columnLabel } from '../../../shared/model/table.ts';
import { defineCommand } from '../command.ts';
import { findColumn, findTable } from '../find.ts';
import { readTyped } from '../readTyped.ts';
import { writeCells } from '../writeCells.ts';

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
    await writeCells(rows, table, read);
    return { label: labelOf(cells, read[0]?.column) };
  },
});

/** One cell is named by its column and what was typed: twenty steps called alike help nobody to find the one to go back to. */
function labelOf(cells: readonly { value: unknown }[], column: Column | undefined): string {
  const [{ value } = { value: null }] = cells;
  if (cells.length !== 1 || !column) return `Change ${cells.length} cells`;
  const typed = value === null ? '' : String(value).trim();
  const short = typed.length > 40 ? `${typed.slice(0, 39)}…` : typed;
  return short === '' ? `Clear ${columnLabel(column)}` : `Change ${columnLabel(column)} to ${short}`;
}
