import { create } from 'zustand';
import type { RowFilter } from '../../shared/contract/rowFilter.ts';
import type { Rows, TotalKind } from '../../shared/contract/tables.ts';

/** How a table's rows are ordered and which are shown. Kept while the program runs; the table itself does not change. */
export interface RowOrder {
  readonly sort: readonly { readonly column: string; readonly descending: boolean }[];
  /** One filter a column. */
  readonly where: readonly RowFilter[];
  readonly quick: string;
  /** Columns that rows are brought together by, outermost first. */
  readonly groups: readonly string[];
  /** Which groups show what is in them: all but those of these paths, or none but those. */
  readonly open: { readonly all: boolean; readonly but: readonly string[] };
  /** The row of totals, and what it says of a column where that was chosen. */
  readonly totals: { readonly shown: boolean; readonly kinds: Readonly<Record<string, TotalKind>> };
}

const natural: RowOrder = {
  sort: [],
  where: [],
  quick: '',
  groups: [],
  open: { all: false, but: [] },
  totals: { shown: false, kinds: {} },
};

interface RowOrders {
  readonly byTable: Readonly<Record<string, RowOrder>>;
  change(table: string, change: Partial<RowOrder>): void;
}

const useRowOrders = create<RowOrders>((set) => ({
  byTable: {},
  change: (table, change) =>
    set(({ byTable }) => ({
      byTable: { ...byTable, [table]: { ...(byTable[table] ?? natural), ...change } },
    })),
}));

export function useRowOrder(table: string): RowOrder {
  return useRowOrders((orders) => orders.byTable[table] ?? natural);
}

export function rowOrder(table: string): RowOrder {
  return useRowOrders.getState().byTable[table] ?? natural;
}

/** Told after every change of any table's order. */
export function subscribeRowOrder(listener: () => void): () => void {
  return useRowOrders.subscribe(listener);
}

export function changeRowOrder(table: string, change: Partial<RowOrder>): void {
  useRowOrders.getState().change(table, change);
}

/** A column's turn: upwards, downwards, as the rows stand. With `add` the other columns keep theirs. */
export function nextSort(sort: RowOrder['sort'], column: string, add: boolean): RowOrder['sort'] {
  const now = sort.find((key) => key.column === column);
  const others = add ? sort.filter((key) => key.column !== column) : [];
  if (now?.descending) return others;
  const key = { column, descending: now !== undefined };
  if (!add) return [key];
  return now ? sort.map((entry) => (entry.column === column ? key : entry)) : [...sort, key];
}

export function withFilter(where: RowOrder['where'], column: string, filter: RowFilter | null): RowFilter[] {
  const others = where.filter((entry) => entry.column !== column);
  return filter ? [...others, filter] : others;
}

/** The order as the workbench is asked for it. */
export function rowsOf(table: string, { sort, where, quick, groups, open }: RowOrder): Rows {
  return {
    table,
    sort: [...sort],
    where: [...where],
    groups: [...groups],
    ...(quick.trim() && { quick: quick.trim() }),
    ...(groups.length > 0 && { open: { all: open.all, but: [...open.but] } }),
  };
}
