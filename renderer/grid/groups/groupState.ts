import { changeRowOrder, rowOrder } from '../rowOrder.ts';

/** Opens a group that is closed, and the other way round. */
export function toggleGroup(table: string, path: string): void {
  const { all, but } = rowOrder(table).open;
  const others = but.filter((known) => known !== path);
  changeRowOrder(table, { open: { all, but: others.length < but.length ? others : [...but, path] } });
}

export function openAllGroups(table: string, all: boolean): void {
  changeRowOrder(table, { open: { all, but: [] } });
}

/** Groups by one more column, inside the others; rows of groups begin closed, as an overview. */
export function addGroups(table: string, columns: readonly string[]): void {
  const { groups } = rowOrder(table);
  const added = columns.filter((column) => !groups.includes(column));
  changeRowOrder(table, { groups: [...groups, ...added].slice(0, 5), open: { all: false, but: [] } });
}

export function removeGroup(table: string, column: string): void {
  const groups = rowOrder(table).groups.filter((known) => known !== column);
  changeRowOrder(table, { groups, open: { all: false, but: [] } });
}
