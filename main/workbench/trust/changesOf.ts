import type { CallResult } from '../../../shared/contract/index.ts';
import type { CellValue } from '../../../shared/contract/vectors.ts';
import { cellOfKey } from '../../../shared/model/cellKey.ts';
import { periodOfText } from '../../../shared/periods/periodText.ts';
import { join, name, sql, trusted } from '../../../shared/views/sql.ts';
import { cellText } from '../cellText.ts';
import { type QueryProject, tableOf } from '../runQuery.ts';
import { rowNames } from './rowNames.ts';

const MOST = 500;

/** Cells that differ from what their file says, newest change first. */
export async function changesOf(
  project: QueryProject,
  { table: id }: { table: string },
  signal?: AbortSignal,
): Promise<CallResult<'trust.changes'>> {
  const { document, engine, tableName } = project;
  const table = tableOf(document, id);
  const edits = Object.entries(table.handEdits ?? {}).map(([key, was]) => ({
    ...cellOfKey(key),
    was,
    at: table.handEditedAt?.[key],
  }));
  const known = edits.filter(({ column }) => table.columns.some((one) => one.id === column));
  const first = known
    .toSorted((a, b) => (b.at ?? '').localeCompare(a.at ?? '') || a.row - b.row)
    .slice(0, MOST);
  const used = [...new Set(first.map(({ column }) => column))];
  const ids = [...new Set(first.map(({ row }) => row))];
  const now = new Map<number, CellValue[]>();
  if (ids.length > 0) {
    const selected = join([trusted('"_id"'), ...used.map(name)], ', ');
    const kept = join(
      ids.map((row) => trusted(String(row))),
      ', ',
    );
    const rows = await engine.rows(
      sql`SELECT ${selected} FROM ${trusted(tableName(id))} WHERE "_id" IN (${kept})`,
      signal,
    );
    for (const [row, ...cells] of rows) now.set(Number(row), cells);
  }
  const names = await rowNames(project, table, ids, signal);
  return {
    changes: first.flatMap(({ row, column: columnId, was, at }) => {
      const column = table.columns.find((one) => one.id === columnId);
      const cells = now.get(row);
      if (!column || !cells) return [];
      const said = column.type === 'period' && typeof was === 'string' ? periodOfText(was) : was;
      return [
        {
          row,
          column: columnId,
          name: names.get(row) ?? '',
          was: cellText(document, column, said),
          now: cellText(document, column, cells[used.indexOf(columnId)] ?? null),
          ...(at !== undefined && { at }),
        },
      ];
    }),
    total: known.length,
    forgotten: table.handEditsForgotten ?? 0,
  };
}
