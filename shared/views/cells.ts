import { type CellValue, type Vector, valueAt, vectorLength } from '../contract/vectors.ts';
import type { Aggregate } from './query.ts';
import type { CellQuery } from './toSql.ts';

/** What is kept of some rows; totals of parts merge into the total of the whole. */
export interface Totals {
  sum: number;
  count: number;
  least: number;
  most: number;
  rows: number;
}

/** One group of the statement. */
export interface Cell {
  /** By column id: the values of the grouped and the hidden columns. */
  readonly values: ReadonlyMap<string, CellValue>;
  readonly totals: Totals;
  /** By column id: the codes of a hierarchical column that the group covers. */
  readonly codes: ReadonlyMap<string, readonly string[]>;
  /** First and last period and the shortest and longest length, where time is not grouped. */
  readonly extent: { first: number; last: number; shortest: number; longest: number } | undefined;
}

export function noTotals(): Totals {
  return { sum: 0, count: 0, least: Number.POSITIVE_INFINITY, most: Number.NEGATIVE_INFINITY, rows: 0 };
}

export function addTotals(into: Totals, { sum, count, least, most, rows }: Totals): void {
  into.sum += sum;
  into.count += count;
  into.least = Math.min(into.least, least);
  into.most = Math.max(into.most, most);
  into.rows += rows;
}

/** The aggregate; null where there is no value at all (a count is then 0). */
export function finish({ sum, count, least, most }: Totals, aggregate: Aggregate): number | null {
  if (aggregate === 'count') return count;
  if (count === 0) return null;
  if (aggregate === 'mean') return sum / count;
  if (aggregate === 'min') return least;
  return aggregate === 'max' ? most : sum;
}

/** The answer of a cell query as cells. */
export function readCells(query: CellQuery, vectors: ReadonlyMap<string, Vector>): Cell[] {
  const rows = vectors.get('rows');
  const length = rows ? vectorLength(rows) : 0;
  const read = (name: string, row: number) => {
    const vector = vectors.get(name);
    return vector ? valueAt(vector, row) : null;
  };
  const number = (name: string, row: number, missing: number) => {
    const found = read(name, row);
    return typeof found === 'number' ? found : missing;
  };
  const columns = [...query.groups, ...query.hidden];
  return Array.from({ length }, (_, row) => ({
    values: new Map(columns.map(({ id }) => [id, read(id, row)])),
    totals: {
      sum: number('sum', row, 0),
      count: number('count', row, 0),
      least: number('least', row, Number.POSITIVE_INFINITY),
      most: number('most', row, Number.NEGATIVE_INFINITY),
      rows: number('rows', row, 0),
    },
    codes: new Map(
      query.listed.map(({ id }, i) => {
        const text = read(`list:${i}`, row);
        return [id, typeof text === 'string' ? text.split('\u001f') : []];
      }),
    ),
    extent: query.extent && {
      first: number('first', row, -1),
      last: number('last', row, -1),
      shortest: number('shortest', row, 0),
      longest: number('longest', row, 0),
    },
  }));
}

/** The names of the answer's columns that hold period codes. */
export function periodNames(query: CellQuery): Set<string> {
  return new Set(
    [...query.groups, ...query.hidden].filter(({ type }) => type === 'period').map(({ id }) => id),
  );
}
