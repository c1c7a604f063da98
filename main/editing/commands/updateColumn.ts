import { columnLabel } from '../../../shared/model/table.ts';
import { assignChange } from '../assignChange.ts';
import { defineCommand } from '../command.ts';
import { findColumn, findTable } from '../find.ts';
import { renameReferences } from '../renameReferences.ts';

export const updateColumn = defineCommand({
  name: 'updateColumn',
  async apply({ document, rows }, { table: id, column, change }) {
    const table = findTable(document, id);
    const found = findColumn(table, column);
    const label = change.label ?? found.name;
    if ('label' in change && label !== columnLabel(found)) {
      renameReferences(document, { table: id, column }, label);
    }
    assignChange(found, change);
    // Functions over tables go by what columns are for: their time, their dimensions.
    if (change.role !== undefined) {
      for (const one of table.columns) if (one.formula !== undefined) await rows.changeFormula(id, one.id);
    }
    return { label: `Change column "${columnLabel(found)}"` };
  },
});
