import type { Cell, Workshop } from './workshop.ts';

export interface RowsAsked {
  /** From 0. */
  from: number;
  count: number;
  /** Rows round this line instead. */
  line?: number | undefined;
}

export interface RowsFound {
  from: number;
  /** Where the line that was asked for stands; absent where it has no row. */
  at?: number;
  rows: Cell[][];
}

/** A few rows of a query that keeps its order, from a place or from half a screen above a line. */
export async function rowsAt(workshop: Workshop, sql: string, asked: RowsAsked): Promise<RowsFound> {
  const { count, line } = asked;
  let { from } = asked;
  let at: number | undefined;
  if (line !== undefined) {
    const [found] = await workshop.rows(
      `SELECT row FROM (SELECT _line, row_number() OVER () - 1 AS row FROM (${sql})) WHERE _line = ${line} ORDER BY row LIMIT 1`,
    );
    if (found) {
      at = Number(found[0]);
      from = Math.max(0, at - Math.floor(count / 2));
    }
  }
  const rows = await workshop.rows(`SELECT * FROM (${sql}) LIMIT ${count} OFFSET ${from}`);
  return { from, ...(at !== undefined && { at }), rows };
}
