import type { StepContext } from './step.ts';

const AT_ONCE = 1000;

/** Makes a helper table and fills it with rows, which are SQL; a few go with the making, for each query by itself costs more than they do. */
export async function fillTable(
  table: string,
  made: string,
  rows: readonly string[],
  context: StepContext,
): Promise<void> {
  const insert = (from: number) =>
    `INSERT INTO ${table} VALUES ${rows.slice(from, from + AT_ONCE).join(', ')}`;
  await context.run(rows.length > 0 ? `${made}; ${insert(0)}` : made);
  for (let from = AT_ONCE; from < rows.length; from += AT_ONCE) await context.run(insert(from));
}
