import type { Rows, Total, TotalKind } from '../../../shared/contract/tables.ts';
import { columnOf } from '../../../shared/views/columns.ts';
import { sql, trusted, where } from '../../../shared/views/sql.ts';
import { type OrderProject, orderSpec } from './orders.ts';
import { sumsOf } from './sumRules.ts';

/** One figure of each column that is asked for over all rows that are shown; a sum that must not be made says why. */
export async function totalsOf(
  project: OrderProject,
  { rows, totals }: { rows: Rows; totals: readonly { column: string; kind: TotalKind }[] },
  signal?: AbortSignal,
): Promise<{ totals: Total[] }> {
  const spec = orderSpec(project, rows);
  const sums = sumsOf(spec.table);
  const [cells = []] = await project.engine.rows(
    sql`SELECT ${sums.selected} FROM ${trusted(spec.engineTable)}${where(spec.kept)}`,
    signal,
  );
  const byColumn = new Map(sums.read(cells).map((sum) => [sum.column, sum]));
  return {
    totals: totals.map(({ column: id, kind }): Total => {
      const column = columnOf(spec.table, id);
      const sum = byColumn.get(column.id);
      if (!sum || kind === 'none') return { column: id, value: null };
      if (kind === 'count') return { column: id, value: sum.count };
      if (sum.mixed !== undefined) return { column: id, value: null, reason: sum.mixed };
      if (kind === 'least') return { column: id, value: sum.least };
      if (kind === 'most') return { column: id, value: sum.most };
      if (kind === 'sum')
        return { column: id, value: sum.value, ...(sum.reason !== undefined && { reason: sum.reason }) };
      return { column: id, value: sum.count > 0 ? sum.total / sum.count : null };
    }),
  };
}
