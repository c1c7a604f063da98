import type { Id } from '../../../shared/model/ids.ts';
import type { RowEffect } from '../rowEffects.ts';

/** What of a table was changed: rows by id and columns, or all of them. */
export interface Touched {
  rows: 'all' | Set<number>;
  columns: 'all' | Set<Id>;
}

/** What effects change, by table. */
export function touchedBy(effects: readonly RowEffect[]): Map<Id, Touched> {
  const tables = new Map<Id, Touched>();
  for (const effect of effects) {
    const { rows, columns } = touchOf(effect);
    touch(tables, effect.table, rows, columns);
  }
  return tables;
}

export function touch(
  tables: Map<Id, Touched>,
  table: Id,
  rows: 'all' | Iterable<number>,
  columns: 'all' | Iterable<Id>,
): void {
  const before = tables.get(table) ?? { rows: new Set(), columns: new Set() };
  tables.set(table, { rows: union(before.rows, rows), columns: union(before.columns, columns) });
}

function touchOf(effect: RowEffect): { rows: 'all' | number[]; columns: 'all' | Id[] } {
  switch (effect.kind) {
    case 'setCells':
      return {
        rows: effect.cells.map(({ row }) => row),
        columns: effect.cells.map(({ column }) => column.id),
      };
    case 'putRows':
      return { rows: effect.rows.map(({ id }) => id), columns: 'all' };
    case 'removeRows':
      // Nothing is left of them, but totals without them are others.
      return { rows: [], columns: 'all' };
    case 'addColumn':
    case 'copyColumn':
    case 'fillColumn':
      return { rows: 'all', columns: [effect.column.id] };
    case 'dropColumn':
      return { rows: 'all', columns: [effect.column] };
    case 'formula':
      return { rows: 'all', columns: [effect.of] };
    case 'putBlob':
    case 'createTable':
    case 'dropTable':
      return { rows: 'all', columns: 'all' };
  }
}

function union<T>(before: 'all' | Set<T>, more: 'all' | Iterable<T>): 'all' | Set<T> {
  return before === 'all' || more === 'all' ? 'all' : new Set([...before, ...more]);
}
