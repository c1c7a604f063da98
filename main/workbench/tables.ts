import type { Handlers } from '../../shared/contract/server.ts';
import { columnOf } from '../../shared/views/columns.ts';
import { join, name, sql, trusted, value, where } from '../../shared/views/sql.ts';
import { asText, profile } from './profile.ts';
import { provenance } from './provenance.ts';
import { rowOrder } from './rowOrder.ts';
import { type QueryProject, tableOf } from './runQuery.ts';

type TablesCall =
  | 'tables.window'
  | 'tables.summary'
  | 'tables.distinct'
  | 'tables.profile'
  | 'tables.provenance';

export function tablesHandlers(bench: { project(): QueryProject }): Pick<Handlers, TablesCall> {
  return {
    async 'tables.window'({ rows, from, count }, { signal }) {
      const project = bench.project();
      const started = performance.now();
      const order = rowOrder(project, rows);
      const { columns } = order.table;
      const selected = join([...columns.map(({ id }) => name(id)), trusted('"_id", "_line"')], ', ');
      const plain = rows.sort.length === 0 && rows.where.length === 0 && !rows.quick;
      const window = sql`SELECT ${selected} FROM ${order.from}${order.orderBy} LIMIT ${value(count)} OFFSET ${value(from)}`;
      const periods = new Set(columns.filter(({ type }) => type === 'period').map(({ id }) => id));
      const [vectors, [[total] = []]] = await Promise.all([
        project.engine.columns(window, periods, signal),
        plain
          ? [[order.table.rowCount]]
          : project.engine.rows(sql`SELECT count(*) FROM ${order.from}`, signal),
      ]);
      const ids = vectors.get('_id');
      const lines = vectors.get('_line');
      return {
        total: Number(total),
        ids: ids?.kind === 'number' ? ids.values : new Float64Array(),
        lines: Int32Array.from(lines?.kind === 'number' ? lines.values : [], (line) =>
          Number.isNaN(line) ? -1 : line,
        ),
        columns: Object.fromEntries([...vectors].filter(([id]) => id !== '_id' && id !== '_line')),
        elapsed: performance.now() - started,
      };
    },

    async 'tables.summary'({ rows, from, to, columns }, { signal }) {
      const project = bench.project();
      const order = rowOrder(project, rows);
      const chosen = columns.map((id) => columnOf(order.table, id));
      const empty = { count: 0, numbers: 0, sum: 0, least: null, most: null };
      if (chosen.length === 0 || to < from) return empty;
      const window = sql`SELECT ${join(
        chosen.map(({ id }) => name(id)),
        ', ',
      )} FROM ${order.from}${order.orderBy} LIMIT ${value(to - from + 1)} OFFSET ${value(from)}`;
      const totals = chosen.map(({ id, type }) =>
        type === 'number'
          ? sql`count(${name(id)}), sum(${name(id)}), min(${name(id)}), max(${name(id)})`
          : sql`count(${name(id)}), NULL, NULL, NULL`,
      );
      const [row = []] = await project.engine.rows(
        sql`SELECT ${join(totals, ', ')} FROM (${window})`,
        signal,
      );
      return chosen.reduce<{
        count: number;
        numbers: number;
        sum: number;
        least: number | null;
        most: number | null;
      }>((sofar, { type }, i) => {
        const [count, sum, least, most] = row
          .slice(i * 4, i * 4 + 4)
          .map((cell) => (cell === null ? null : Number(cell)));
        return {
          count: sofar.count + (count ?? 0),
          numbers: sofar.numbers + (type === 'number' ? (count ?? 0) : 0),
          sum: sofar.sum + (sum ?? 0),
          least: extreme(Math.min, sofar.least, least ?? null),
          most: extreme(Math.max, sofar.most, most ?? null),
        };
      }, empty);
    },

    async 'tables.distinct'({ table: id, column: columnId, search, limit }, { signal }) {
      const project = bench.project();
      const table = tableOf(project.document, id);
      const column = columnOf(table, columnId);
      const at = name(column.id);
      const from = trusted(project.tableName(id));
      // Periods are searched as canonical text, which the engine does not know: they are few, and filtered here.
      const inEngine = search && column.type !== 'period';
      const kept = where(
        inEngine ? [sql`contains(lower(CAST(${at} AS VARCHAR)), lower(${value(search)}))`] : [],
      );
      const counted = sql`SELECT ${at} AS v, count(*) AS n FROM ${from}${kept} GROUP BY 1`;
      const first = sql`SELECT v, n, count(*) OVER () FROM (${counted}) ORDER BY n DESC, v NULLS LAST${
        search && !inEngine ? trusted('') : sql` LIMIT ${value(limit)}`
      }`;
      const found = (await project.engine.rows(first, signal)).map(([cell = null, count, all]) => ({
        value: asText(column, cell),
        count: Number(count),
        all: Number(all),
      }));
      if (!search || inEngine) return { values: found.map(valueAndCount), total: found[0]?.all ?? 0 };
      const matching = found.filter((one) => one.value?.includes(search));
      return { values: matching.slice(0, limit).map(valueAndCount), total: matching.length };
    },

    'tables.profile': (asked, { signal }) => profile(bench.project(), asked, signal),
    'tables.provenance': (asked, { signal }) => provenance(bench.project(), asked, signal),
  };
}

function valueAndCount({ value: of, count }: { value: string | null; count: number }) {
  return { value: of, count };
}

function extreme(pick: (a: number, b: number) => number, a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : pick(a, b);
}
