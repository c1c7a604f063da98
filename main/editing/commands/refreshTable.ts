import { Problem } from '../../../shared/contract/problem.ts';
import { defineCommand } from '../command.ts';
import { findTable } from '../find.ts';

/** Takes a newer file of a table's source in: columns, rows and source as they are from then on. Tables that are built from it become stale. */
export const refreshTable = defineCommand({
  name: 'refreshTable',
  async apply({ document, rows }, { table: id, columns, handEdits, handDeleted, source, rows: path }) {
    const table = findTable(document, id);
    const at = document.sources.findIndex((one) => one.id === source.id);
    if (at < 0 || table.source !== source.id) {
      throw new Problem({
        code: 'source.missing',
        message: `"${table.title}" has lost its source.`,
        remedy: 'Undo what took it away, or import the file as a table of its own.',
        place: { table: table.title },
      });
    }
    await rows.createTable(id, columns, path, table.columns);
    table.columns = columns;
    if (handEdits) {
      table.handEdits = handEdits;
      for (const key of Object.keys(table.handEditedAt ?? {})) {
        if (!Object.hasOwn(handEdits, key)) delete table.handEditedAt?.[key];
      }
    }
    if (handDeleted) table.handDeleted = handDeleted;
    const before = document.sources[at];
    // The line under its views names the file, where nobody has written another.
    const line = (file: string, sheet: string | undefined) =>
      sheet === undefined ? file : `${file}, ${sheet}`;
    if (before && table.sourceLine === line(before.fileName, before.sheet))
      table.sourceLine = line(source.fileName, source.sheet);
    document.sources[at] = source;
    return { label: `Refresh "${table.title}" from ${source.fileName}` };
  },
});
