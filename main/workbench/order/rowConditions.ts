import type { RowFilter, TextTest } from '../../../shared/contract/rowFilter.ts';
import type { Column, Table } from '../../../shared/model/table.ts';
import { parsePeriod } from '../../../shared/periods/parsePeriod.ts';
import { columnOf } from '../../../shared/views/columns.ts';
import { conditionSql } from '../../../shared/views/conditionSql.ts';
import { join, name, type SqlText, sql, trusted, value } from '../../../shared/views/sql.ts';
import { literal } from '../../engine/engine.ts';

export interface RowChoice {
  readonly where: readonly RowFilter[];
  readonly quick?: string | undefined;
}

/** The filters of a grid and its quick search as SQL, all of which a row must pass. `engineTable` is quoted. */
export function rowConditions(
  table: Table,
  { where, quick }: RowChoice,
  { engineTable, fiscalYearStart }: { engineTable: string; fiscalYearStart: number },
): SqlText[] {
  const kept = where.map((filter) => {
    const column = columnOf(table, filter.column);
    return rowCondition(filter, column, { engineTable, fiscalYearStart });
  });
  if (quick) kept.push(holds(table, quick, fiscalYearStart));
  return kept;
}

function rowCondition(
  filter: RowFilter,
  column: Column,
  { engineTable, fiscalYearStart }: { engineTable: string; fiscalYearStart: number },
): SqlText {
  const at = name(column.id);
  if ('text' in filter) return textCondition(column, filter.text, filter.letters);
  if ('number' in filter) {
    // What is missing is not equal to anything.
    if (filter.number === 'not') return sql`${at} IS DISTINCT FROM ${value(filter.than)}`;
    const sign = { equals: '=', less: '<', atMost: '<=', more: '>', atLeast: '>=' }[filter.number];
    return sql`${at} ${trusted(sign)} ${value(filter.than)}`;
  }
  if ('top' in filter) {
    const [least, direction, sign] = filter.least ? ['max', 'ASC', '<='] : ['min', 'DESC', '>='];
    const first = sql`SELECT ${at} AS v FROM ${trusted(engineTable)} WHERE ${at} IS NOT NULL ORDER BY v ${trusted(direction)} LIMIT ${value(filter.top)}`;
    return sql`${at} ${trusted(sign)} (SELECT ${trusted(least)}(v) FROM (${first}))`;
  }
  if ('recent' in filter) {
    // The month after the newest period of the column; months count from year 0.
    const end = sql`(SELECT max(${at} // 1000 + ${at} % 1000) FROM ${trusted(engineTable)})`;
    const start =
      filter.recent === 'last12Months'
        ? sql`${end} - 12`
        : sql`${end} - 1 - (${end} - ${value(fiscalYearStart)} + 12) % 12`;
    return sql`(${at} // 1000 >= ${start})`;
  }
  if ('missing' in filter) return sql`${at} IS ${trusted(filter.missing ? 'NULL' : 'NOT NULL')}`;
  return conditionSql(filter, column, fiscalYearStart);
}

/** A text as people see it: the label of a code where it has one. */
function textCondition(column: Column, test: TextTest, letters: string): SqlText {
  const wanted = letters.toLowerCase();
  if (test === 'not' || test === 'notContains') {
    const opposite = textCondition(column, test === 'not' ? 'equals' : 'contains', letters);
    return sql`(${opposite}) IS NOT TRUE`;
  }
  const passes = (text: string) => {
    const lower = text.toLowerCase();
    if (test === 'contains') return lower.includes(wanted);
    if (test === 'begins') return lower.startsWith(wanted);
    return test === 'ends' ? lower.endsWith(wanted) : lower === wanted;
  };
  const at = sql`CAST(${name(column.id)} AS VARCHAR)`;
  const stored =
    test === 'equals'
      ? sql`lower(${at}) = ${value(wanted)}`
      : sql`${trusted({ contains: 'contains', begins: 'starts_with', ends: 'ends_with' }[test])}(lower(${at}), ${value(wanted)})`;
  const labels = Object.entries(column.labels ?? {});
  if (labels.length === 0) return stored;
  const labelled = texts(labels.map(([code]) => code));
  const named = texts(labels.filter(([, label]) => passes(label)).map(([code]) => code));
  return sql`(${at} IN ${named} OR (${stored} AND ${at} NOT IN ${labelled})) IS TRUE`;
}

/** A list of texts after IN. As literals: a parameter costs a millisecond, and a query of one list a join. */
export function texts(of: readonly string[]): SqlText {
  return of.length === 0 ? trusted('(NULL)') : trusted(`(${of.map(literal).join(', ')})`);
}

/** Rows where any text or category, as stored or as displayed, holds these letters, whatever their case, or a period is the one that they name. */
function holds(table: Table, quick: string, fiscalYearStart: number): SqlText {
  const letters = quick.toLowerCase();
  const tests = table.columns.flatMap(({ id, type, labels, spelling }) => {
    if (type === 'period') {
      const period = parsePeriod(quick, { fiscalYearStart, spelling });
      return period === null ? [] : [sql`${name(id)} = ${value(period)}`];
    }
    if (type !== 'text' && type !== 'category') return [];
    const named = Object.entries(labels ?? {}).filter(([, label]) => label.toLowerCase().includes(letters));
    const codes = named.map(([code]) => value(code));
    const stored = sql`contains(lower(${name(id)}), ${value(letters)})`;
    return codes.length > 0 ? [stored, sql`${name(id)} IN (${join(codes, ', ')})`] : [stored];
  });
  return tests.length > 0 ? sql`(${join(tests, ' OR ')})` : trusted('false');
}
