import { current } from 'immer';
import { defineCommand } from '../command.ts';
import { findTable } from '../find.ts';
import { formulaOfColumn } from '../formulaOfColumn.ts';
import { mustBeFreeId, mustBeFreeLabel } from '../mustBeFreeColumn.ts';
import { placeColumn } from '../placeColumn.ts';

/** A column that a formula makes; it follows every change of what it is made of. */
export const addComputedColumn = defineCommand({
  name: 'addComputedColumn',
  async apply({ document, rows }, { table: id, column, label, formula, beside }) {
    const table = findTable(document, id);
    mustBeFreeId(table, column);
    mustBeFreeLabel(table, label);
    const made = formulaOfColumn(current(document), current(table), formula);
    await rows.addColumn(id, { id: column, type: made.type }, null);
    placeColumn(table, { id: column, name: label, own: true, ...made }, beside);
    return { label: `Add column "${label}" = ${made.formula}` };
  },
});
