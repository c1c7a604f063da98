import type { Draft } from 'immer';
import { Problem } from '../../../shared/contract/problem.ts';
import { type Column, type ColumnType, columnLabel } from '../../../shared/model/table.ts';
import { defineCommand } from '../command.ts';
import { findColumn, findTable } from '../find.ts';
import { isText } from '../retype/readings.ts';
import { retyping } from '../retype/retyping.ts';

/** Reads a column as another type, in its place. What does not fit is left empty only where that was asked for. */
export const changeColumnType = defineCommand({
  name: 'changeColumnType',
  async apply({ document, rows }, { table: id, column: columnId, type, misfits }) {
    const table = findTable(document, id);
    const column = findColumn(table, columnId);
    const label = columnLabel(column);
    const place = { table: table.title, column: label };
    if (column.derived !== undefined) {
      throw new Problem({
        code: 'column.derived',
        message: `"${label}" is worked out by the program (${column.derived}).`,
        remedy: 'Duplicate it, and change the type of the copy.',
        place,
      });
    }
    const before = { ...column };
    const { cells, spelling } = await retyping(
      rows.query,
      rows.tableName(id),
      before,
      type,
      document.fiscalYearStart,
    );
    if (misfits === 'refuse') {
      const [[lost = 0] = []] = await rows.query({
        ...cells,
        sql: `SELECT count(was) - count(value) FROM (${cells.sql})`,
      });
      if (Number(lost) > 0) {
        throw new Problem({
          code: 'column.does-not-fit',
          message: `${lost} cells of "${label}" do not fit.`,
          remedy: 'Correct them, or have them left empty.',
          place,
        });
      }
    }
    await rows.replaceColumn(id, before, { id: columnId, type }, cells);
    retype(column, type);
    if (type === 'period' && spelling) column.spelling = spelling;
    return { label: `Change the type of "${label}"` };
  },
});

/** What was said of the column stays where it still means something. */
function retype(column: Draft<Column>, type: ColumnType): void {
  column.type = type;
  if (type !== 'period') delete column.spelling;
  if (type !== 'number') {
    delete column.nature;
    delete column.format;
    if (column.role === 'measure') column.role = 'dimension';
  } else if (column.role === 'dimension' || column.role === 'time') column.role = 'measure';
  if (type !== 'period' && column.role === 'time') column.role = 'dimension';
  if (isText(type)) return;
  delete column.labels;
  delete column.written;
  delete column.parents;
  delete column.groups;
  delete column.order;
}
