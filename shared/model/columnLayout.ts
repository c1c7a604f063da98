import { z } from 'zod';
import { Id } from './ids.ts';
import type { Column, Table } from './table.ts';

/** How a table's columns stand in its grid. The table's own order, which views and files keep, does not change with it. */
export const ColumnLayout = z.strictObject({
  /** Columns from the start; those that it does not name follow as the table has them. */
  order: z.array(Id).default([]),
  /** In px, of those that were resized. */
  widths: z.record(Id, z.number().int().min(40).max(2000)).default({}),
  hidden: z.array(Id).default([]),
  /** That many of the shown columns stay while the others scroll. */
  frozen: z.number().int().min(0).default(0),
});
export type ColumnLayout = z.infer<typeof ColumnLayout>;

export function columnLayout({ layout }: Pick<Table, 'layout'>): ColumnLayout {
  return layout ?? { order: [], widths: {}, hidden: [], frozen: 0 };
}

/** Every column, hidden ones too, as the grid orders them. */
export function orderedColumns(table: Pick<Table, 'columns' | 'layout'>): Column[] {
  const { order } = columnLayout(table);
  const place = new Map(order.map((id, at) => [id, at]));
  const named = table.columns.filter(({ id }) => place.has(id));
  named.sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
  return [...named, ...table.columns.filter(({ id }) => !place.has(id))];
}

/** The columns that a grid shows, as it shows them. Never none: a table whose columns are all hidden shows them all. */
export function shownColumns(table: Pick<Table, 'columns' | 'layout'>): Column[] {
  const hidden = new Set(columnLayout(table).hidden);
  const ordered = orderedColumns(table);
  const shown = ordered.filter(({ id }) => !hidden.has(id));
  return shown.length > 0 ? shown : ordered;
}

/** The hidden columns that stand before a shown one, and after the last (`null`). */
export function hiddenBefore(table: Pick<Table, 'columns' | 'layout'>): Map<Id | null, Column[]> {
  const shown = new Set(shownColumns(table).map(({ id }) => id));
  const found = new Map<Id | null, Column[]>();
  let waiting: Column[] = [];
  for (const column of orderedColumns(table)) {
    if (!shown.has(column.id)) waiting.push(column);
    else {
      if (waiting.length > 0) found.set(column.id, waiting);
      waiting = [];
    }
  }
  if (waiting.length > 0) found.set(null, waiting);
  return found;
}

/** All ids in the order that results where `moved` stand before `before`, or last. Hidden columns keep their neighbours. */
export function movedOrder(
  table: Pick<Table, 'columns' | 'layout'>,
  moved: readonly Id[],
  before: Id | null,
): Id[] {
  const ids = orderedColumns(table).map(({ id }) => id);
  const going = ids.filter((id) => moved.includes(id));
  const staying = ids.filter((id) => !moved.includes(id));
  // Before one of the moved: where the next one that stays is.
  const anchor =
    before !== null && moved.includes(before)
      ? ids.slice(ids.indexOf(before)).find((id) => !moved.includes(id))
      : (before ?? undefined);
  const at = anchor === undefined ? -1 : staying.indexOf(anchor);
  return at < 0 ? [...staying, ...going] : [...staying.slice(0, at), ...going, ...staying.slice(at)];
}
