import { Settings } from '../../../shared/contract/app.ts';
import type { CallArgs, CallResult } from '../../../shared/contract/index.ts';
import type { Rows } from '../../../shared/contract/tables.ts';
import { formatPeriod } from '../../../shared/formats/formatPeriod.ts';
import type { Column } from '../../../shared/model/table.ts';
import { columnOf } from '../../../shared/views/columns.ts';
import { join, name, type SqlText, sql, trusted, value } from '../../../shared/views/sql.ts';
import { checkPattern, type FindText, findMatcher } from './findMatcher.ts';
import { flatRows, inRanges } from './flatRows.ts';
import { groupTree } from './groupTree.ts';
import { type OrderProject, orderSpec, ordersOf } from './orders.ts';
import { texts } from './rowConditions.ts';
import { shownNumber } from './shownSql.ts';

export type FindArgs = FindText & {
  readonly rows: Rows;
  readonly columns?: readonly string[] | undefined;
  readonly within?: NonNullable<CallArgs<'tables.find'>['within']> | undefined;
  readonly from: number;
  readonly limit: number;
};

/** Cells whose text as shown holds what is looked for, in the order of the rows and, within a row, of the columns. */
export async function findHits(
  project: OrderProject,
  asked: FindArgs,
  settings: Pick<Settings, 'numbers' | 'dates'> = Settings.parse({}),
  signal?: AbortSignal,
): Promise<CallResult<'tables.find'>> {
  const { engine, document } = project;
  const spec = orderSpec(project, asked.rows);
  await checkPattern(engine, asked);
  const columns = (asked.columns ?? spec.table.columns.map(({ id }) => id)).map((id) =>
    columnOf(spec.table, id),
  );
  const tests = await Promise.all(
    columns.map((column) =>
      cellTest(project, column, asked, { ...settings, fiscalYearStart: document.fiscalYearStart }, signal),
    ),
  );
  if (tests.length === 0) return { hits: [], total: 0 };
  const flags = tests.map((_, i) => trusted(`hit${i}`));
  const tested = join(
    tests.map((test, i) => sql`coalesce(${test}, false) AS ${flags[i] ?? trusted('')}`),
    ', ',
  );
  const { groups, open } = asked.rows;
  const flat = groups.length > 0 ? flatRows(await groupTree(project, spec, asked.rows, signal), open) : null;
  const any = join(flags, ' OR ');
  return await ordersOf(project).using(
    project,
    spec,
    async (places) => {
      const shown = flat?.total ?? places.total;
      const top = Math.max(0, asked.within?.top ?? 0);
      const bottom = Math.min(shown - 1, asked.within?.bottom ?? shown - 1);
      const rangesOf = (from: number) =>
        flat?.leafRanges(from, bottom) ?? (from > bottom ? [] : [[from, bottom] as const]);
      const rowsIn = async (from: number, needsOrder: boolean): Promise<SqlText | null> => {
        const ranges = rangesOf(from);
        const first = ranges[0]?.[0];
        const last = ranges.at(-1)?.[1];
        if (first === undefined || last === undefined) return null;
        const isAll = ranges.length === 1 && first === 0 && last === places.total - 1;
        if (isAll) return needsOrder ? places.all : places.from;
        const slice = await places.slice(first, last, signal);
        return ranges.length > 1 ? sql`${slice} WHERE ${inRanges(ranges)}` : slice;
      };
      const searched = await rowsIn(top, false);
      if (!searched) return { hits: [], total: 0 };
      const each = join(
        flags.map((flag) => sql`CAST(${flag} AS INTEGER)`),
        ' + ',
      );
      const counted = sql`SELECT coalesce(sum(${each}), 0) FROM (SELECT ${tested} FROM ${searched}) WHERE ${any}`;
      const total = Number((await engine.rows(counted, signal))[0]?.[0] ?? 0);
      const rest = await rowsIn(Math.max(asked.from, top), true);
      if (asked.limit === 0 || total === 0 || !rest) return { hits: [], total };
      const found = await engine.rows(
        sql`SELECT * FROM (SELECT _at, ${tested} FROM ${rest}) WHERE ${any} ORDER BY _at LIMIT ${value(asked.limit)}`,
        signal,
      );
      const hits: { position: number; column: string }[] = [];
      for (const [key, ...flagged] of found) {
        const leaf = await places.positionOf(Number(key), signal);
        const position = flat ? flat.positionOf(leaf) : leaf;
        if (position === null) continue;
        for (const [i, { id }] of columns.entries())
          if (flagged[i] === true) hits.push({ position, column: id });
      }
      return { hits: hits.slice(0, asked.limit), total };
    },
    signal,
  );
}

/** Whether a cell's text as shown passes, as SQL. What has few different values is asked for them, and the rows for those that pass. */
async function cellTest(
  { engine, tableName }: OrderProject,
  column: Column,
  asked: FindText & { rows: Rows },
  shown: Pick<Settings, 'numbers' | 'dates'> & { fiscalYearStart: number },
  signal?: AbortSignal,
): Promise<SqlText> {
  const at = name(column.id);
  const matches = findMatcher(asked);
  if (column.type === 'number') return matches(shownNumber(column, shown.numbers));
  if (column.type === 'boolean')
    return matches(sql`CASE ${at} WHEN true THEN 'yes' WHEN false THEN 'no' END`);
  const passing = async (words: readonly string[]): Promise<number[]> => {
    const list = sql`SELECT unnest(from_json(${value(JSON.stringify(words))}, '["VARCHAR"]')) AS word, unnest(range(${value(words.length)})) AS n`;
    const found = await engine.rows(sql`SELECT n FROM (${list}) WHERE ${matches(trusted('word'))}`, signal);
    return found.map(([n]) => Number(n));
  };
  if (column.type === 'period') {
    const table = trusted(tableName(asked.rows.table));
    const known = await engine.rows(sql`SELECT DISTINCT ${at} FROM ${table} WHERE ${at} IS NOT NULL`, signal);
    const codes = known.map(([code]) => Number(code));
    const style = { style: shown.dates, fiscalYearStart: shown.fiscalYearStart };
    const found = await passing(codes.map((code) => formatPeriod(code, style)));
    if (found.length === 0) return trusted('false');
    return sql`${at} IN (${trusted(found.map((n) => Number(codes[n])).join(', '))})`;
  }
  const labels = Object.entries(column.labels ?? {});
  const stored = matches(at);
  if (labels.length === 0) return stored;
  const found = await passing(labels.map(([, label]) => label));
  const named = texts(found.map((n) => labels[n]?.[0] ?? ''));
  return sql`(${at} IN ${named} OR (${stored} AND ${at} NOT IN ${texts(labels.map(([code]) => code))}))`;
}
