import { type Column, codeLabel } from '../../../shared/model/table.ts';
import { join, name, type SqlText, sql, trusted, value } from '../../../shared/views/sql.ts';
import type { Engine } from '../../engine/engine.ts';

/** Texts of a column that are ordered here; where there are more the engine's collation orders them. */
const MOST_RANKED = 20_000;

export interface SortKey {
  readonly column: Column;
  readonly descending: boolean;
}

export interface SortSql {
  /** After FROM and the table, which is called `t`: what the keys need beside it. */
  readonly joins: SqlText;
  /** After ORDER BY; ends with the row's id, so that equal rows keep their place. */
  readonly keys: SqlText;
}

const collator = new Intl.Collator('en');

/**
 * Codes stand in the order of their classification, the others after them by name as people read it; texts by the rules of language, not by
 * code point; missing values last either way, because nobody looks for them first.
 */
export async function sortKeys(
  engine: Engine,
  table: string,
  sort: readonly SortKey[],
  signal?: AbortSignal,
): Promise<SortSql> {
  const joins: SqlText[] = [];
  const keys: SqlText[] = [];
  for (const [i, { column, descending }] of sort.entries()) {
    const direction = trusted(descending ? 'DESC NULLS LAST' : 'ASC NULLS LAST');
    const at = sql`t.${name(column.id)}`;
    if (column.type !== 'text' && column.type !== 'category') {
      keys.push(sql`${at} ${direction}`);
      continue;
    }
    const ranked = await rankedTexts(engine, table, column, signal);
    if (ranked === null) {
      keys.push(sql`${at} COLLATE en ${direction}`);
      continue;
    }
    const rank = trusted(`r${i}`);
    joins.push(
      sql` LEFT JOIN (SELECT unnest(from_json(${value(JSON.stringify(ranked))}, '["VARCHAR"]')) AS v, unnest(range(${value(ranked.length)})) AS n) ${rank} ON ${rank}.v = ${at}`,
    );
    keys.push(sql`${rank}.n ${direction}`);
  }
  return { joins: join(joins, ''), keys: join([...keys, trusted('t._id')], ', ') };
}

/** The different texts of a column in order; null where they are too many to be brought here. */
async function rankedTexts(
  engine: Engine,
  table: string,
  column: Column,
  signal?: AbortSignal,
): Promise<string[] | null> {
  const at = name(column.id);
  const found = await engine.rows(
    sql`SELECT DISTINCT ${at} FROM ${trusted(table)} WHERE ${at} IS NOT NULL LIMIT ${value(MOST_RANKED + 1)}`,
    signal,
  );
  if (found.length > MOST_RANKED) return null;
  return inOrder(
    column,
    found.map(([text]) => String(text)),
  );
}

/** Codes by their classification, the others by the name that people read, then by code. */
export function inOrder(column: Column, codes: readonly string[]): string[] {
  const place = new Map((column.order ?? []).map((code, at) => [code, at]));
  return [...codes].sort((a, b) => {
    const [first, second] = [place.get(a), place.get(b)];
    if (first !== undefined || second !== undefined)
      return (first ?? Number.POSITIVE_INFINITY) - (second ?? Number.POSITIVE_INFINITY);
    return collator.compare(codeLabel(column, a), codeLabel(column, b)) || (a < b ? -1 : 1);
  });
}
