import { type Column, codeLabel, columnLabel, type Table } from '../../../shared/model/table.ts';
import { columnOfRole, timeColumn } from '../../../shared/views/columns.ts';
import { join, name, type SqlText, sql, trusted } from '../../../shared/views/sql.ts';
import { hasVintages, keyColumns } from '../../../shared/views/vintageSql.ts';

type Cell = string | number | boolean | null;

/** What is asked of some rows for the sum of each number column, and how the answer is read. */
export interface Sums {
  readonly columns: readonly Column[];
  /** After SELECT, over the rows of one group. */
  readonly selected: SqlText;
  /** The sums of the number columns, in order. */
  read(cells: readonly Cell[]): Sum[];
}

export interface Sum {
  readonly column: string;
  readonly value: number | null;
  /** Why there is none. */
  readonly reason?: string;
  /** Why there is no average either: the figures are not of one kind. */
  readonly mixed?: string;
  /** All of them added, for an average. */
  readonly total: number;
  readonly count: number;
  readonly least: number | null;
  readonly most: number | null;
}

/**
 * Sums by the rules of measures. A flow adds up. A rate and a target never do, a stock and what is
 * cumulative already not over time; neither do figures of two
 * units or definitions, a code and its parts, periods that overlap, or two printings of one figure. One value alone is its own sum.
 */
export function sumsOf(table: Table): Sums {
  const columns = table.columns.filter(({ type }) => type === 'number');
  const apart = [columnOfRole(table, 'unit'), columnOfRole(table, 'definition')].filter(
    (column) => column !== undefined,
  );
  const listed = table.columns.filter(
    ({ role, parents, groups }) => role === 'dimension' && (parents !== undefined || groups !== undefined),
  );
  const time = timeColumn(table);
  const isTimed = time !== undefined;
  const keys = hasVintages(table) ? keyColumns(table) : [];
  const shared = [
    ...listed.map(({ id }) => sql`array_to_string(list(DISTINCT ${name(id)}), chr(31))`),
    ...(isTimed
      ? [
          sql`min(${name(time.id)} % 1000), max(${name(time.id)} % 1000), min(${name(time.id)}), max(${name(time.id)})`,
        ]
      : []),
    ...(keys.length > 0
      ? [
          sql`count(DISTINCT hash(${join(
            keys.map(({ id }) => name(id)),
            ', ',
          )})), count(*)`,
        ]
      : []),
  ];
  const sharedWidth = listed.length + (isTimed ? 4 : 0) + (keys.length > 0 ? 2 : 0);
  const each = columns.flatMap(({ id }) => {
    const at = name(id);
    const mixed = apart.map((column) => {
      const of = name(column.id);
      const known = trusted(`FILTER (WHERE ${at.sql} IS NOT NULL)`);
      // A figure that says no unit stands beside one that does as a stranger, too.
      return sql`min(${of}) ${known} IS DISTINCT FROM max(${of}) ${known} OR (count(${of}) ${known} > 0 AND count(${of}) ${known} < count(${at}))`;
    });
    return [sql`sum(${at}), count(${at}), min(${at}), max(${at})`, ...mixed];
  });
  const eachWidth = 4 + apart.length;
  const parts = [...shared, ...each];
  return {
    columns,
    selected: parts.length > 0 ? join(parts, ', ') : trusted('NULL'),
    read(cells) {
      const codes = listed.map((_, i) => String(cells[i] ?? '').split('\u001f'));
      let at = listed.length;
      const lengths = isTimed ? cells.slice(at, at + 4) : [];
      const isOnePeriod = lengths[2] === lengths[3];
      at += lengths.length;
      const printings = keys.length > 0 ? [cells[at], cells[at + 1]] : [];
      const common =
        listed.map((column, i) => overlapOf(column, codes[i] ?? [])).find((reason) => reason !== undefined) ??
        (lengths[0] !== lengths[1] ? 'Months and longer periods stand side by side.' : undefined) ??
        (printings[0] !== printings[1] ? 'Some figures are there in several printings.' : undefined);
      return columns.map((column, i): Sum => {
        const own = cells.slice(sharedWidth + i * eachWidth, sharedWidth + (i + 1) * eachWidth);
        const [sum, count, least, most] = own.map((cell) => (typeof cell === 'number' ? cell : null));
        const isOne = (count ?? 0) <= 1;
        const mixed = isOne ? undefined : mixedReason(apart.find((_, k) => own[4 + k] === true));
        const reason = isOne ? undefined : (natureReason(column, isOnePeriod) ?? mixed ?? common);
        return {
          column: column.id,
          value: reason === undefined ? (sum ?? null) : null,
          ...(reason !== undefined && { reason }),
          ...(mixed !== undefined && { mixed }),
          total: sum ?? 0,
          count: count ?? 0,
          least: least ?? null,
          most: most ?? null,
        };
      });
    },
  };
}

/** What there is at one time adds up over countries or items, never over time. */
function natureReason(column: Column, isOnePeriod: boolean): string | undefined {
  const called = `"${columnLabel(column)}"`;
  if (column.role !== 'measure' && column.nature === undefined) return undefined;
  if (column.nature === 'rate') return `${called} is a rate and is not added up.`;
  if (column.nature === 'target') return `${called} is a target and is not added up.`;
  if (isOnePeriod) return undefined;
  if (column.nature === 'stock') return `${called} is a stock and is not added up over time.`;
  if (column.nature === 'cumulative') return `${called} is added up since the year began already.`;
  return undefined;
}

function mixedReason(column: Column | undefined): string | undefined {
  if (!column) return undefined;
  return column.role === 'unit'
    ? 'The figures are in different units.'
    : 'The figures are of different definitions.';
}

/** A code beside its parts, or a group beside single ones: a sum would count figures twice. */
function overlapOf(column: Column, codes: readonly string[]): string | undefined {
  const there = new Set(codes);
  const group = column.groups?.find((code) => there.has(code));
  if (group !== undefined && there.size > 1)
    return `"${codeLabel(column, group)}" stands for several others in ${columnLabel(column)}.`;
  for (const code of there) {
    const seen = new Set([code]);
    for (
      let parent = column.parents?.[code];
      parent !== undefined && !seen.has(parent);
      parent = column.parents?.[parent]
    ) {
      seen.add(parent);
      if (there.has(parent))
        return `"${codeLabel(column, code)}" is part of "${codeLabel(column, parent)}", which is there as well.`;
    }
  }
  return undefined;
}
