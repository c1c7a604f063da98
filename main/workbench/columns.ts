import type { Handlers } from '../../shared/contract/server.ts';
import { columnOf } from '../../shared/views/columns.ts';
import { join, name, sql, trusted } from '../../shared/views/sql.ts';
import { retypeReport } from '../editing/retype/retyping.ts';
import { type QueryProject, tableOf } from './runQuery.ts';

/** Texts of one length differ in width: so many of the longest are measured. */
const CANDIDATES = 8;

export function columnsHandlers(bench: {
  project(): QueryProject;
}): Pick<Handlers, 'columns.retype' | 'columns.longest'> {
  return {
    async 'columns.retype'({ table: id, column: columnId, type }, { signal }) {
      const { document, engine, tableName } = bench.project();
      const column = columnOf(tableOf(document, id), columnId);
      const run = (statement: Parameters<typeof engine.rows>[0]) => engine.rows(statement, signal);
      return await retypeReport(run, tableName(id), column, type, document.fiscalYearStart);
    },

    async 'columns.longest'({ table: id, columns }, { signal }) {
      const { document, engine, tableName } = bench.project();
      const table = tableOf(document, id);
      const asked = columns.map((column) => columnOf(table, column));
      // One scan for all of them.
      const longest = asked.map(({ id: column, type }) => {
        const at = name(column);
        if (type === 'boolean') return sql`[true, false]`;
        if (type === 'period') return sql`approx_top_k(${at}, 8)`;
        // The widest number is far from zero, or has many digits after the point.
        if (type === 'number')
          return sql`list_concat(min(${at}, 3), max(${at}, 3), arg_max(${at}, length(CAST(${at} AS VARCHAR)), 2))`;
        return sql`arg_max(${at}, length(${at}), ${trusted(String(CANDIDATES))})`;
      });
      const [row = []] = await engine.rows(
        sql`SELECT ${join(
          longest.map((list) => sql`to_json(${list})`),
          ', ',
        )} FROM ${trusted(tableName(id))}`,
        signal,
      );
      return Object.fromEntries(
        asked.map((column, i) => {
          const found: unknown = JSON.parse(String(row[i] ?? '[]'));
          const texts = Array.isArray(found) ? found : [];
          return [column.id, texts.filter((text) => text !== null)];
        }),
      );
    },
  };
}
