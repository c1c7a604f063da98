import { Problem } from '../../../shared/contract/problem.ts';
import { defineCommand } from '../command.ts';
import { findTable } from '../find.ts';
import { removeItems } from '../removeItems.ts';
import { removeViews } from '../removeReferences.ts';

/**
 * Takes a table out with its views and, where no other table came from it, its source: one step, undone as one.
 * Refused while another table is built from it or a target counts on it: those would be left without their figures.
 */
export const removeTable = defineCommand({
  name: 'removeTable',
  async apply({ document, rows }, { table: id }) {
    const table = findTable(document, id);
    const users = [
      ...document.tables.filter((other) => other.builtFrom?.tables.includes(id)),
      ...document.targets.filter((target) =>
        [target.table, target.printed?.table, target.outcome?.table].includes(id),
      ),
    ].map(({ title }) => `"${title}"`);
    if (users.length > 0) {
      throw new Problem({
        code: 'table.in-use',
        message: `"${table.title}" is needed by ${users.join(', ')}.`,
        remedy: 'Remove those first.',
        place: { table: table.title },
      });
    }
    const label = `Remove table "${table.title}"`;
    await rows.dropTable(id, table.columns);
    removeViews(
      document,
      new Set(document.views.filter((view) => view.query.table === id).map((view) => view.id)),
    );
    for (const view of document.views) if (view.options.events?.table === id) delete view.options.events;
    for (const page of document.pages) removeItems(page.selection, (clause) => clause.table === id);
    const { source } = table;
    removeItems(document.tables, (other) => other.id === id);
    if (source !== undefined && !document.tables.some((other) => other.source === source)) {
      removeItems(document.sources, (other) => other.id === source);
    }
    return { label };
  },
});
