import type { StepContext, TableState } from './step.ts';

/** The rows of a query worked out once and kept in a helper table. */
export async function storedState(
  { sql, columns }: TableState,
  context: StepContext,
): Promise<TableState & { light: true }> {
  const table = context.helperTable();
  await context.run(`CREATE OR REPLACE TABLE ${table} AS ${sql}`);
  return { sql: `SELECT * FROM ${table}`, columns, light: true };
}
