import { defineCommand } from '../command.ts';
import { addTable } from './addTable.ts';

/** Several tables of one file: one step. */
export const addTables = defineCommand({
  name: 'addTables',
  async apply(context, { tables }) {
    for (const table of tables) await addTable.apply(context, table);
    return { label: `Add ${tables.length} tables` };
  },
});
