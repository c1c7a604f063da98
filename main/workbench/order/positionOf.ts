import type { Rows } from '../../../shared/contract/tables.ts';
import { sql, value } from '../../../shared/views/sql.ts';
import { type OrderProject, orderSpec, ordersOf } from './orders.ts';

/** Where a row stands in an order that has no groups; null where it is not shown. */
export async function positionOf(
  project: OrderProject,
  { rows, row }: { rows: Rows; row: number },
  signal?: AbortSignal,
): Promise<{ position: number | null }> {
  const spec = orderSpec(project, { ...rows, groups: [] });
  return await ordersOf(project).using(
    project,
    spec,
    async (places) => {
      const [[key = null] = []] = await project.engine.rows(
        sql`SELECT _at FROM ${places.all} WHERE _id = ${value(row)}`,
        signal,
      );
      return { position: key === null ? null : await places.positionOf(Number(key), signal) };
    },
    signal,
  );
}
