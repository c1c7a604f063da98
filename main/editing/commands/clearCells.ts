import { defineCommand } from '../command.ts';
import { emptiedBlocks } from '../emptiedBlocks.ts';
import { findTable } from '../find.ts';
import { writeCells } from '../writeCells.ts';

/** Empties blocks of cells. Rows that are gone meanwhile are passed over; a column that is worked out is refused. */
export const clearCells = defineCommand({
  name: 'clearCells',
  async apply({ document, rows }, { table: id, blocks }) {
    const table = findTable(document, id);
    const cells = await emptiedBlocks(rows, table, blocks);
    await writeCells(rows, table, cells);
    return { label: cells.length === 1 ? 'Clear a cell' : `Clear ${cells.length} cells` };
  },
});
