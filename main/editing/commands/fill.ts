import { current, type Draft } from 'immer';
import { Problem } from '../../../shared/contract/problem.ts';
import { type Column, columnLabel, type Table } from '../../../shared/model/table.ts';
import { periodText } from '../../../shared/periods/periodText.ts';
import { continueSeries } from '../../../shared/series/continueSeries.ts';
import { identifier } from '../../engine/engine.ts';
import type { Change } from '../../project/change.ts';
import { ROW_LIST } from '../../project/listParameter.ts';
import type { CellValue } from '../../project/rowEffects.ts';
import { defineCommand } from '../command.ts';
import { findColumn, findTable } from '../find.ts';
import { readTyped } from '../readTyped.ts';
import type { ChangedCell } from '../rememberEdits.ts';
import { writeCells } from '../writeCells.ts';

/** Cells go on with what stands beside them, as a spreadsheet fills them; columns that are worked out are refused. */
export const fill = defineCommand({
  name: 'fill',
  async apply({ document, rows }, { table: id, from, to, direction, as }) {
    const table = findTable(document, id);
    const sources = from.columns.map((column) => current(findColumn(table, column)));
    const targets = to.columns.map((column) => current(findColumn(table, column)));
    for (const column of targets) readTyped(null, column, document.fiscalYearStart, placeOf(table, column));
    const values = await valuesOf(rows, table, sources, from.rows);
    const there = await rows.existing(id, to.rows);
    const backwards = direction === 'up' || direction === 'left';
    const { fiscalYearStart } = document;
    const cells: ChangedCell[] = [];

    if (direction === 'down' || direction === 'up') {
      const kept = to.rows.filter((row) => there.has(row));
      const nearestFirst = backwards ? kept.toReversed() : kept;
      for (const [along, column] of targets.entries()) {
        const source = from.rows.map((row) => values.get(row)?.[along] ?? null);
        const series = continueSeries(source, kept.length, {
          type: column.type,
          fiscalYearStart,
          backwards,
          as,
        });
        for (const [i, row] of nearestFirst.entries()) cells.push({ row, column, value: series[i] ?? null });
      }
    } else {
      const nearestFirst = backwards ? targets.toReversed() : targets;
      // Along a row a series needs one type: twelve is no month.
      const types = new Set([...sources, ...targets].map(({ type }) => type));
      const [type = 'text'] = types;
      for (const row of to.rows.filter((one) => there.has(one))) {
        const source = values.get(row) ?? [];
        const series = continueSeries(source, targets.length, {
          type,
          fiscalYearStart,
          backwards,
          as: types.size > 1 ? 'copy' : as,
        });
        for (const [i, column] of nearestFirst.entries()) {
          const at = i % sources.length;
          const origin = sources[backwards ? sources.length - 1 - at : at];
          const value = series[i] ?? null;
          const read =
            origin && origin.type !== column.type
              ? readTyped(textOf(value, origin), column, fiscalYearStart, placeOf(table, column))
              : value;
          cells.push({ row, column, value: read });
        }
      }
    }
    if (cells.length === 0) {
      throw new Problem({
        code: 'row.missing',
        message: 'These rows are worked out, or were deleted meanwhile.',
        place: { table: table.title },
      });
    }
    await writeCells(rows, table, cells);
    return { label: cells.length === 1 ? 'Fill a cell' : `Fill ${cells.length} cells` };
  },
});

async function valuesOf(
  rows: Change,
  table: Draft<Table>,
  columns: readonly Column[],
  ids: readonly number[],
): Promise<Map<number, CellValue[]>> {
  const fields = columns.map(({ id }) => `, ${identifier(id)}`).join('');
  const answer = await rows.query({
    sql: `SELECT _id${fields} FROM ${rows.tableName(table.id)} WHERE _id IN (${ROW_LIST})`,
    values: [JSON.stringify(ids)],
  });
  return new Map(answer.map(([id, ...cells]) => [Number(id), cells.map((cell) => cell ?? null)]));
}

function textOf(value: CellValue, { type }: Column): CellValue {
  if (value === null) return null;
  return type === 'period' && typeof value === 'number' ? periodText(value) : String(value);
}

function placeOf(table: Draft<Table>, column: Column): { table: string; column: string } {
  return { table: table.title, column: columnLabel(column) };
}
