import { columnLayout } from '../../../shared/model/columnLayout.ts';
import type { Column, Table } from '../../../shared/model/table.ts';
import { client } from '../../app/client.ts';
import { run } from '../../app/projectStore.ts';
import { columnWidth } from '../columnDefinitions.ts';
import type { TableGrid } from '../tableGrid.ts';

/** A text of a page would fill the screen; past this it is cut. */
const WIDEST = 600;
/** Between the text and the edges of its cell, and a hair for what rounding takes. */
const PADDING = 24;

/** Makes columns as wide as the longest text that they show. The engine finds the texts, because most rows are not here; the page measures them. */
export async function fitColumns(grid: TableGrid, table: Table, columns: readonly Column[]): Promise<void> {
  const longest = await client().call('columns.longest', {
    table: table.id,
    columns: columns.map(({ id }) => id),
  });
  const measure = measurer(grid.host);
  const widths = Object.fromEntries(
    columns.map((column) => {
      const texts = (longest[column.id] ?? []).map((value) => grid.actions.shownText(value, column));
      // Category codes may have longer names than the longest code.
      const names = Object.values(column.labels ?? {});
      const widest = Math.max(0, ...[...texts, ...names].map(measure));
      const fit = Math.ceil(Math.min(WIDEST, widest + PADDING));
      return [column.id, Math.max(fit, columnWidth(column, 'head'))];
    }),
  );
  await run('layOutColumns', {
    table: table.id,
    change: { widths: { ...columnLayout(table).widths, ...widths } },
  });
}

function measurer(host: HTMLElement): (text: string) => number {
  const cell =
    host.querySelector('[role="gridcell"].is-num') ?? host.querySelector('[role="gridcell"]') ?? host;
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return (text) => text.length * 7;
  const { fontStyle, fontSize, fontFamily } = getComputedStyle(cell);
  // As bold as the main figures of a table are.
  context.font = `${fontStyle} 500 ${fontSize} ${fontFamily}`;
  return (text) => context.measureText(text).width;
}
