import { defineCommand } from '../command.ts';
import { findTable } from '../find.ts';

export const renameTable = defineCommand({
  name: 'renameTable',
  apply({ document }, { table, title }) {
    findTable(document, table).title = title;
    return { label: 'Rename table' };
  },
});
