import { cellAtPoint, gridViewport, headerHeight, ROW_NUMBERS } from './agDom.ts';
import { type CellPosition, singleCell } from './cellRange.ts';
import type { TableGrid } from './tableGrid.ts';

/** Selecting cells with the pointer: drag, shift and click, row numbers; the grid scrolls while the pointer is outside. */
export function attachRangeMouse(grid: TableGrid): () => void {
  const { host, store } = grid;
  let drag: { anchor: CellPosition; wholeRows: boolean; x: number; y: number; frame: number } | null = null;

  const at = (x: number, y: number): (CellPosition & { isRowNumber: boolean }) | null => {
    const hit = cellAtPoint(host, x, y);
    if (!hit) return null;
    const column = store.getState().columns.indexOf(hit.column);
    if (hit.column === ROW_NUMBERS) return { row: hit.row, column: 0, isRowNumber: true };
    return column < 0 ? null : { row: hit.row, column, isRowNumber: false };
  };

  const reach = () => {
    if (!drag) return;
    const box = gridViewport(host).getBoundingClientRect();
    const top = box.top + headerHeight(host) + 2;
    const hit = at(
      Math.max(box.left + 2, Math.min(drag.x, box.right - 16)),
      Math.max(top, Math.min(drag.y, box.bottom - 16)),
    );
    if (!hit) return;
    const last = store.getState().columns.length - 1;
    const head = { row: hit.row, column: drag.wholeRows ? last : hit.column };
    store.setState({ range: { anchor: drag.anchor, head } });
  };

  const roll = () => {
    if (!drag) return;
    const view = gridViewport(host);
    const box = view.getBoundingClientRect();
    const over = (value: number, low: number, high: number) =>
      value < low ? value - low : value > high ? value - high : 0;
    const down = over(drag.y, box.top + headerHeight(host), box.bottom);
    const along = over(drag.x, box.left, box.right);
    if (down !== 0 || along !== 0) {
      view.scrollTop += down / 4;
      view.scrollLeft += along / 4;
      reach();
    }
    drag.frame = requestAnimationFrame(roll);
  };

  const down = (event: PointerEvent) => {
    if (event.target instanceof Element && event.target.closest('.CellEditor')) return;
    const hit = at(event.clientX, event.clientY);
    if (!hit) return;
    const { range, columns } = store.getState();
    const cell = { row: hit.row, column: hit.column };
    if (event.button === 2) {
      if (!range || !inside(range, cell)) grid.select(singleCell(cell));
      return;
    }
    if (event.button !== 0) return;
    const wholeRows = hit.isRowNumber;
    const anchor = event.shiftKey && range ? range.anchor : cell;
    drag = {
      anchor: wholeRows ? { row: anchor.row, column: 0 } : anchor,
      wholeRows,
      x: event.clientX,
      y: event.clientY,
      frame: 0,
    };
    store.setState({
      range: {
        anchor: drag.anchor,
        head: { row: cell.row, column: wholeRows ? columns.length - 1 : cell.column },
      },
    });
    drag.frame = requestAnimationFrame(roll);
  };
  // AG Grid focuses the cell under a mousedown; with shift the active cell stays where the range began.
  const mouseDown = (event: MouseEvent) => {
    const hit = at(event.clientX, event.clientY);
    if (!hit || !(event.shiftKey || hit.isRowNumber || event.button === 2)) return;
    event.stopPropagation();
    event.preventDefault();
    grid.api.stopEditing();
    const anchor = store.getState().range?.anchor;
    const column = grid.column(anchor?.column ?? 0);
    if (anchor && column) grid.api.setFocusedCell(anchor.row, column.id);
  };
  const move = (event: PointerEvent) => {
    if (!drag) return;
    drag.x = event.clientX;
    drag.y = event.clientY;
    reach();
  };
  const up = () => {
    if (drag) cancelAnimationFrame(drag.frame);
    drag = null;
  };

  host.addEventListener('pointerdown', down, true);
  host.addEventListener('mousedown', mouseDown, true);
  window.addEventListener('pointermove', move);
  window.addEventListener('pointerup', up);
  window.addEventListener('pointercancel', up);
  return () => {
    up();
    host.removeEventListener('pointerdown', down, true);
    host.removeEventListener('mousedown', mouseDown, true);
    window.removeEventListener('pointermove', move);
    window.removeEventListener('pointerup', up);
    window.removeEventListener('pointercancel', up);
  };
}

function inside({ anchor, head }: { anchor: CellPosition; head: CellPosition }, cell: CellPosition): boolean {
  const between = (value: number, one: number, other: number) =>
    value >= Math.min(one, other) && value <= Math.max(one, other);
  return between(cell.row, anchor.row, head.row) && between(cell.column, anchor.column, head.column);
}
