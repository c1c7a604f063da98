import type { CallResult } from '../../../shared/contract/index.ts';
import type { ColumnRule } from '../../../shared/model/columnRules.ts';
import type { Column } from '../../../shared/model/table.ts';
import { columnOf } from '../../../shared/views/columns.ts';
import { join, name, type SqlText, sql, trusted, value } from '../../../shared/views/sql.ts';
import { cellText } from '../cellText.ts';
import { type QueryProject, tableOf } from '../runQuery.ts';
import { rowNames } from './rowNames.ts';

const MOST = 100;

/** For each rule of a column the cells that break it, counted in the engine. */
export async function breachesOf(
  project: QueryProject,
  asked: { table: string; column: string },
  signal?: AbortSignal,
): Promise<CallResult<'trust.breaches'>> {
  const { document, engine, tableName } = project;
  const table = tableOf(document, asked.table);
  const column = columnOf(table, asked.column);
  const at = name(column.id);
  const rules = await Promise.all(
    (column.rules ?? []).map(async (rule) => {
      const breach = breachOf(rule, at);
      if (breach === null) return { rule, count: 0, cells: [] };
      const rows = await engine.rows(
        sql`SELECT _id, ${at}, count(*) OVER () FROM (SELECT _id, ${at}, ${breach} AS broken FROM ${trusted(tableName(table.id))}) WHERE broken ORDER BY _id LIMIT ${value(MOST)}`,
        signal,
      );
      return { rule, count: Number(rows[0]?.[2] ?? 0), cells: await cellsOf(rows) };
    }),
  );
  return { rules };

  async function cellsOf(rows: (string | number | boolean | null)[][]) {
    const ids = rows.map(([id]) => Number(id));
    const names = await rowNames(project, table, ids, signal);
    return rows.map(([id, cell]) => ({
      row: Number(id),
      name: names.get(Number(id)) ?? '',
      text: textOf(column, cell ?? null),
    }));
  }

  function textOf(of: Column, cell: string | number | boolean | null): string {
    return cellText(document, of, cell);
  }
}

/** True where a cell breaks the rule; null for a rule that nothing can break. */
function breachOf(rule: ColumnRule, at: SqlText): SqlText | null {
  switch (rule.rule) {
    case 'required':
      return sql`${at} IS NULL OR CAST(${at} AS VARCHAR) = ''`;
    case 'unique':
      return sql`${at} IS NOT NULL AND count(*) OVER (PARTITION BY ${at}) > 1`;
    case 'range': {
      const tests = [
        ...(rule.least === undefined ? [] : [sql`${at} < ${value(rule.least)}`]),
        ...(rule.most === undefined ? [] : [sql`${at} > ${value(rule.most)}`]),
      ];
      return tests.length === 0 ? null : sql`coalesce(${join(tests, ' OR ')}, false)`;
    }
    case 'list':
      return sql`${at} IS NOT NULL AND ${at} NOT IN (${join(rule.values.map(value), ', ')})`;
    case 'rising':
      return sql`coalesce(${at} < lag(${at} IGNORE NULLS) OVER (ORDER BY _id), false)`;
  }
}
