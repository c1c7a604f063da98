import { current, type Draft } from 'immer';
import { Problem } from '../../../shared/contract/problem.ts';
import { columnLabel, type Table } from '../../../shared/model/table.ts';
import type { CellValue } from '../../project/rowEffects.ts';
import { defineCommand } from '../command.ts';
import { emptiedBlocks } from '../emptiedBlocks.ts';
import { findColumn, findTable } from '../find.ts';
import { readTyped } from '../readTyped.ts';
import type { ChangedCell } from '../rememberEdits.ts';
import { writeCells } from '../writeCells.ts';

/** The first cells that do not fit are named, the others counted. */
const MOST_NAMED = 100;

/**
 * Blocks of values over rows that exist, and new rows at the end for what is left of them; what was cut is emptied first.
 * One step. Where a value does not fit its column, nothing is changed and the Problem `paste.misfits` names the cells in its details
 * (PasteMisfits); with `rest` they are left out instead, and keep what they hold.
 */
export const paste = defineCommand({
  name: 'paste',
  async apply({ document, rows }, { table: id, blocks, cut, beyond, rest }) {
    const table = findTable(document, id);
    const there = await rows.existing(id, [...new Set(blocks.flatMap((block) => block.rows))]);
    const misfits: Misfit[] = [];
    const cells: ChangedCell[] = [];
    const added: Record<string, CellValue>[] = [];
    for (const [at, block] of blocks.entries()) {
      // Each look into a draft is a call of its own: ten thousand cells ask plain columns.
      const columns = block.columns.map((column) => current(findColumn(table, column)));
      for (const [down, values] of block.values.entries()) {
        const row = block.rows[down];
        const isNew = down >= block.rows.length;
        const fresh: Record<string, CellValue> = {};
        for (const [along, column] of columns.entries()) {
          const typed = values[along] ?? null;
          // A new row has no value in a column that is worked out, and none is meant by an empty cell.
          if (isNew && column.derived !== undefined && typed === null) continue;
          try {
            if (row !== undefined && !there.has(row)) throw rowMissing(table);
            const place = { table: table.title, column: columnLabel(column) };
            const value = readTyped(typed, column, document.fiscalYearStart, place);
            if (row === undefined) fresh[column.id] = value;
            else cells.push({ row, column, value });
          } catch (error) {
            if (!(error instanceof Problem)) throw error;
            misfits.push({ block: at, row: down, column: column.id, text: String(typed ?? ''), why: error });
          }
        }
        if (isNew) added.push(fresh);
      }
    }
    if ((misfits.length > 0 || beyond > 0) && !rest) throw misfitsProblem(misfits, table);
    const emptied = cut ? await emptyCut(cut) : 0;
    const written = blocks.length > 1 ? lastOfEach(cells) : cells;
    await writeCells(rows, table, written);
    const ids = added.length > 0 ? await rows.insertRows(id, table.columns, added) : [];
    const count = written.length + added.reduce((sum, row) => sum + Object.keys(row).length, 0);
    if (count + emptied === 0) throw misfitsProblem(misfits, table);
    return { label: labelOf(cut ? 'Move' : 'Paste', count), rows: ids };

    async function emptyCut(source: { table: string; blocks: { rows: number[]; columns: string[] }[] }) {
      const from = findTable(document, source.table);
      const old = await emptiedBlocks(rows, from, source.blocks);
      await writeCells(rows, from, old);
      return old.length;
    }
  },
});

interface Misfit {
  block: number;
  row: number;
  column: string;
  text: string;
  why: Problem;
}

function misfitsProblem(misfits: readonly Misfit[], table: Draft<Table>): Problem {
  return new Problem({
    code: 'paste.misfits',
    message:
      misfits.length === 0
        ? 'The block is wider than the table.'
        : misfits.length === 1
          ? `A cell does not fit: ${misfits[0]?.why.message ?? ''}`
          : `${misfits.length} cells do not fit.`,
    remedy: 'Nothing was changed.',
    place: { table: table.title },
    details: {
      count: misfits.length,
      cells: misfits.slice(0, MOST_NAMED).map(({ block, row, column, text, why }) => ({
        block,
        row,
        column,
        text,
        message: why.message,
        ...(why.remedy !== undefined && { remedy: why.remedy }),
      })),
    },
  });
}

/** Blocks may overlap, and an update that names a cell twice has no order: the last value counts. */
function lastOfEach(cells: readonly ChangedCell[]): ChangedCell[] {
  return [...new Map(cells.map((cell) => [`${cell.row} ${cell.column.id}`, cell])).values()];
}

function labelOf(verb: string, count: number): string {
  return count === 1 ? `${verb} a cell` : `${verb} ${count} cells`;
}

function rowMissing(table: Draft<Table>): Problem {
  return new Problem({
    code: 'row.missing',
    message: 'This row is worked out, or was deleted meanwhile.',
    place: { table: table.title },
  });
}
