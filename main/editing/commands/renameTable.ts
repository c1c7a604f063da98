import { defineCommand } from '../command.ts';
import { findTable } from '../find.ts';
import { renameReferences } from '../renameReferences.ts';

export const renameTable = defineCommand({
  name: 'renameTable',
  apply({ document }, { table, title }) {
    const found = findTable(document, table);
    renameReferences(document, { table }, title);
    found.title = title;
    return { label: 'Rename table' };
  },
});
