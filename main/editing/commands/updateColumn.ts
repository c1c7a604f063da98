import { assignChange } from '../assignChange.ts';
import { defineCommand } from '../command.ts';
import { findColumn, findTable } from '../find.ts';

export const updateColumn = defineCommand({
  name: 'updateColumn',
  apply({ document }, { table, column, change }) {
    const found = findColumn(findTable(document, table), column);
    assignChange(found, change);
    return { label: `Change column "${found.label ?? found.name}"` };
  },
});
