import type { CallResult } from '../../../shared/contract/index.ts';
import type { RowFilter } from '../../../shared/contract/rowFilter.ts';
import { formatPeriod } from '../../../shared/formats/formatPeriod.ts';
import { columnOf } from '../../../shared/views/columns.ts';
import { name, sql, trusted, value, where } from '../../../shared/views/sql.ts';
import { asText } from '../profile.ts';
import { type QueryProject, tableOf } from '../runQuery.ts';
import { rowConditions, texts } from './rowConditions.ts';

export interface DistinctArgs {
  readonly table: string;
  readonly column: string;
  readonly where: readonly RowFilter[];
  readonly quick?: string | undefined;
  readonly search?: string | undefined;
  readonly limit: number;
}

/** Values of a column among the rows that the other columns' filters keep, with their counts, most frequent first; periods as canonical text. */
export async function distinctOf(
  project: QueryProject,
  asked: DistinctArgs,
  signal?: AbortSignal,
): Promise<CallResult<'tables.distinct'>> {
  const { document, engine } = project;
  const table = tableOf(document, asked.table);
  const column = columnOf(table, asked.column);
  const { search, limit } = asked;
  const at = name(column.id);
  const engineTable = project.tableName(table.id);
  const { fiscalYearStart } = document;
  const others = asked.where.filter((filter) => filter.column !== column.id);
  const kept = rowConditions(table, { where: others, quick: asked.quick }, { engineTable, fiscalYearStart });
  // Periods are searched as people read them, which the engine cannot: they are few, and filtered here.
  const inEngine = search !== undefined && search !== '' && column.type !== 'period';
  if (inEngine) {
    const letters = search.toLowerCase();
    const named = Object.entries(column.labels ?? {}).filter(([, label]) =>
      label.toLowerCase().includes(letters),
    );
    const codes = named.length > 0 ? sql` OR ${at} IN ${texts(named.map(([code]) => code))}` : trusted('');
    kept.push(sql`(contains(lower(CAST(${at} AS VARCHAR)), ${value(letters)})${codes})`);
  }
  const counted = sql`SELECT ${at} AS v, count(*) AS n FROM ${trusted(engineTable)}${where(kept)} GROUP BY 1`;
  const first = sql`SELECT v, n, count(*) OVER () FROM (${counted}) ORDER BY n DESC, v NULLS LAST${
    search && !inEngine ? trusted('') : sql` LIMIT ${value(limit)}`
  }`;
  const found = (await engine.rows(first, signal)).map(([cell = null, count, all]) => ({
    cell,
    value: asText(column, cell),
    count: Number(count),
    all: Number(all),
  }));
  if (!search || inEngine) return { values: found.map(valueAndCount), total: found[0]?.all ?? 0 };
  const letters = search.toLowerCase();
  const matching = found.filter(
    ({ cell, value: text }) =>
      text?.includes(search) ||
      (typeof cell === 'number' && formatPeriod(cell, { fiscalYearStart }).toLowerCase().includes(letters)),
  );
  return { values: matching.slice(0, limit).map(valueAndCount), total: matching.length };
}

function valueAndCount({ value: of, count }: { value: string | null; count: number }) {
  return { value: of, count };
}
