import { current } from 'immer';
import { Problem } from '../../../shared/contract/problem.ts';
import { columnLabel } from '../../../shared/model/table.ts';
import { assignChange } from '../assignChange.ts';
import { defineCommand } from '../command.ts';
import { findColumn, findTable } from '../find.ts';
import { formulaOfColumn } from '../formulaOfColumn.ts';

/** Another formula for a computed column. What its figures are follows from the new one where that says it. */
export const changeFormula = defineCommand({
  name: 'changeFormula',
  async apply({ document, rows }, { table: id, column: columnId, formula }) {
    const table = findTable(document, id);
    const column = findColumn(table, columnId);
    const label = columnLabel(column);
    if (column.formula === undefined) {
      throw new Problem({
        code: 'column.not-computed',
        message: `"${label}" holds what was imported or typed, and no formula.`,
        remedy: 'Add a computed column beside it.',
        place: { table: table.title, column: label },
      });
    }
    const before = column.type;
    const made = formulaOfColumn(current(document), current(table), formula);
    if (made.type === before) {
      const { role: _, ...rest } = made;
      assignChange(column, rest);
      await rows.changeFormula(id, columnId);
    } else {
      await rows.dropColumn(id, { id: columnId, type: before });
      await rows.addColumn(id, { id: columnId, type: made.type }, null);
      for (const key of ['format', 'nature', 'unit', 'labels', 'order'] as const) delete column[key];
      assignChange(column, made);
    }
    return { label: `Change the formula of "${label}" to ${made.formula}` };
  },
});
