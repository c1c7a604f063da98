import type { ReplaceArgs } from '../../../shared/contract/replacing.ts';
import { formatPeriod } from '../../../shared/formats/formatPeriod.ts';
import type { Column } from '../../../shared/model/table.ts';
import { name, type SqlText, sql, trusted, value, where } from '../../../shared/views/sql.ts';
import type { Statement } from '../../engine/engine.ts';
import type { CellValue } from '../../project/rowEffects.ts';
import { findMatcher } from '../../workbench/order/findMatcher.ts';
import { shownNumber } from '../../workbench/order/shownSql.ts';

type Run = (statement: Statement) => Promise<CellValue[][]>;

/** A value of a column that holds what is looked for: as shown, and as it would be shown. */
export interface ReplacedText {
  readonly value: CellValue;
  readonly count: number;
  readonly shown: string;
  readonly by: string;
  /** The same of the stored digits, where they hold it as well; numbers only. */
  readonly exactBy: string | null;
}

/** The different values of a column that match, with what replacing makes of their texts; the engine matches, finds and replaces alike. */
export async function replacedTexts(
  run: Run,
  engineTable: string,
  column: Column,
  args: ReplaceArgs,
  fiscalYearStart: number,
  most: number,
): Promise<ReplacedText[]> {
  const at = name(column.id);
  const kept = [sql`${at} IS NOT NULL`, ...rowScope(args.rows)];
  const values = sql`SELECT ${at} AS v, count(*) AS n FROM ${trusted(engineTable)}${where(kept)} GROUP BY 1`;
  const shown = await shownTexts(run, column, values, args, fiscalYearStart);
  const matches = findMatcher(args);
  const replace = replacer(args);
  const shownAt = trusted('shown');
  const exact = sql`CAST(v AS VARCHAR)`;
  const exactBy =
    column.type === 'number' ? sql`CASE WHEN ${matches(exact)} THEN ${replace(exact)} END` : trusted('NULL');
  const found = await run(
    sql`SELECT v, n, shown, ${replace(shownAt)}, ${exactBy} FROM (${shown}) WHERE ${matches(shownAt)} ORDER BY n DESC, v LIMIT ${value(most)}`,
  );
  return found.map(([of = null, count, text, by, digits]) => ({
    value: of,
    count: Number(count),
    shown: String(text ?? ''),
    by: String(by ?? ''),
    exactBy: digits === null || digits === undefined ? null : String(digits),
  }));
}

/** The condition that keeps some rows alone. */
export function rowScope(rows: readonly number[] | undefined): SqlText[] {
  if (rows === undefined) return [];
  return [sql`_id IN (SELECT unnest(from_json(${value(JSON.stringify(rows))}, '["BIGINT"]')))`];
}

/** Values `v` with their count `n` and their text as shown. */
async function shownTexts(
  run: Run,
  column: Column,
  values: SqlText,
  args: ReplaceArgs,
  fiscalYearStart: number,
): Promise<SqlText> {
  if (column.type === 'number') {
    const text = shownNumber({ ...column, id: 'v' }, args.numbers);
    return sql`SELECT v, n, ${text} AS shown FROM (${values})`;
  }
  if (column.type === 'boolean')
    return sql`SELECT v, n, CASE WHEN v THEN 'yes' ELSE 'no' END AS shown FROM (${values})`;
  if (column.type === 'period') {
    const codes = (await run(values)).map(([code]) => Number(code));
    const options = { style: args.dates, fiscalYearStart };
    const named = codes.map((code) => ({ code, name: formatPeriod(code, options) }));
    const list = sql`SELECT unnest(from_json(${value(JSON.stringify(named))}, '[{"code":"INTEGER","name":"VARCHAR"}]'), recursive := true)`;
    return sql`SELECT v, n, l.name AS shown FROM (${values}) JOIN (${list}) l ON l.code = v`;
  }
  const named = Object.entries(column.labels ?? {}).map(([code, label]) => ({ code, name: label }));
  if (named.length === 0) return sql`SELECT v, n, v AS shown FROM (${values})`;
  const list = sql`SELECT unnest(from_json(${value(JSON.stringify(named))}, '[{"code":"VARCHAR","name":"VARCHAR"}]'), recursive := true)`;
  return sql`SELECT v, n, coalesce(l.name, v) AS shown FROM (${values}) LEFT JOIN (${list}) l ON l.code = v`;
}

/** Every place in a text replaced, as SQL. */
function replacer({ text, by, regex, caseSensitive, whole }: ReplaceArgs): (shown: SqlText) => SqlText {
  const pattern = regex ? text : text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const all = whole ? `\\A(?:${pattern})\\z` : pattern;
  // The engine writes groups as \1.
  const escaped = by.replaceAll('\\', '\\\\');
  const words = regex
    ? escaped.replace(/\$(?:([$&])|(\d))/g, (_, mark?: string, group?: string) =>
        mark === '$' ? '$' : `\\${mark === '&' ? '0' : group}`,
      )
    : escaped;
  const flags = caseSensitive ? 'g' : 'gi';
  return (shown) => sql`regexp_replace(${shown}, ${value(all)}, ${value(words)}, ${value(flags)})`;
}
