import type { TableGrid } from './tableGrid.ts';

/** The columns that are shown, in order, with their widths in px. */
export function shownWidths({ api, columns }: TableGrid): { id: string; width: number }[] {
  return columns.map(({ id }) => ({ id, width: api.getColumn(id)?.getActualWidth() ?? 100 }));
}
