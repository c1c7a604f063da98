import { cellAtPoint, gridViewport, headAtPoint, headerHeight, headOf, ROW_NUMBERS } from './agDom.ts';
import {
  activeCell,
  boundsOf,
  type CellPosition,
  type CellRange,
  isInside,
  reachTo,
  singleCell,
} from './cellRange.ts';
import { allRanges, deselect } from './severalRanges.ts';
import type { TableGrid } from './tableGrid.ts';
import { selectAll, wholeColumns, wholeRows } from './wholeLines.ts';

type Kind = 'cells' | 'rows' | 'columns';

interface Drag {
  readonly kind: Kind;
  /** The range as it was pressed; its anchor stays. */
  readonly start: CellRange;
  readonly others: readonly CellRange[];
  x: number;
  y: number;
  frame: number;
  moved: boolean;
  /** Ctrl was pressed on a cell that is selected: without a drag it is taken out. */
  readonly takeOut: { ranges: readonly CellRange[]; cell: CellPosition } | null;
}

/**
 * Selecting with the pointer: cells, row numbers and column heads; shift extends, ctrl adds a range, a drag goes on outside the grid,
 * which scrolls. The corner selects everything.
 */
export function attachRangeMouse(grid: TableGrid): () => void {
  const { host, store } = grid;
  let drag: Drag | null = null;

  const at = (x: number, y: number): (CellPosition & { kind: Kind }) | null => {
    const hit = cellAtPoint(host, x, y);
    if (!hit) return null;
    if (hit.column === ROW_NUMBERS) return { row: hit.row, column: 0, kind: 'rows' };
    const column = store.getState().columns.indexOf(hit.column);
    return column < 0 ? null : { row: hit.row, column, kind: 'cells' };
  };
  /** The head that a pointer is pressed on: its name, not its buttons or its edge. */
  const head = (target: EventTarget | null): string | null => {
    if (!(target instanceof Element)) return null;
    const column = headOf(target);
    return column === ROW_NUMBERS || target.closest('.HeaderCell .name') ? column : null;
  };

  const reach = () => {
    if (!drag) return;
    const box = gridViewport(host).getBoundingClientRect();
    const top = box.top + headerHeight(host) + 2;
    const x = Math.max(box.left + 2, Math.min(drag.x, box.right - 16));
    const y = Math.max(top, Math.min(drag.y, box.bottom - 16));
    const { start, others } = drag;
    if (drag.kind === 'columns') {
      const to = store.getState().columns.indexOf(headAtPoint(host, x) ?? '');
      if (to >= 0) mark({ ...start, head: { row: start.head.row, column: to } }, others);
      return;
    }
    const hit = at(x, y);
    if (!hit) return;
    const column = drag.kind === 'rows' ? start.head.column : hit.column;
    mark(reachTo(start, { row: hit.row, column }), others);
  };
  const mark = (range: CellRange, others: readonly CellRange[]) => {
    const before = store.getState().range?.head;
    if (drag && before && (before.row !== range.head.row || before.column !== range.head.column)) {
      drag.moved = true;
    }
    store.setState({ range, others });
  };

  const roll = () => {
    if (!drag) return;
    const view = gridViewport(host);
    const box = view.getBoundingClientRect();
    const over = (value: number, low: number, high: number) =>
      value < low ? value - low : value > high ? value - high : 0;
    const down = drag.kind === 'columns' ? 0 : over(drag.y, box.top + headerHeight(host), box.bottom);
    const along = drag.kind === 'rows' ? 0 : over(drag.x, box.left, box.right);
    if (down !== 0 || along !== 0) {
      view.scrollTop += down / 4;
      view.scrollLeft += along / 4;
      reach();
    }
    drag.frame = requestAnimationFrame(roll);
  };

  const press = (
    event: PointerEvent,
    kind: Kind,
    start: CellRange,
    others: readonly CellRange[],
    takeOut: Drag['takeOut'] = null,
  ) => {
    const { clientX: x, clientY: y } = event;
    drag = { kind, start, others, x, y, frame: 0, moved: false, takeOut };
    if (kind === 'cells') store.setState({ range: start, others });
    else grid.select(start, { others, reveal: 'nothing' });
    drag.frame = requestAnimationFrame(roll);
  };

  const down = (event: PointerEvent) => {
    if (event.target instanceof Element && event.target.closest('.CellEditor, .FillHandle')) return;
    const { range, others, columns } = store.getState();
    const adds = event.ctrlKey || event.metaKey;
    const ranges = allRanges({ range, others });
    const kept = adds ? ranges : [];
    const pressed = head(event.target);
    if (pressed !== null) {
      if (event.button !== 0 || store.getState().total === 0) return;
      if (pressed === ROW_NUMBERS) return selectAll(grid);
      const to = columns.indexOf(pressed);
      const from = event.shiftKey && range ? activeCell(range).column : to;
      return press(event, 'columns', wholeColumns(grid, from, to), event.shiftKey ? others : kept);
    }
    const hit = at(event.clientX, event.clientY);
    if (!hit) return;
    const cell = { row: hit.row, column: hit.column };
    const isSelected = ranges.some((one) => isInside(cell, boundsOf(one)));
    if (event.button === 2) {
      if (!isSelected)
        grid.select(hit.kind === 'rows' ? wholeRows(grid, cell.row, cell.row) : singleCell(cell));
      return;
    }
    if (event.button !== 0) return;
    const isExtending = event.shiftKey && range !== null;
    if (hit.kind === 'rows') {
      const from = isExtending ? activeCell(range).row : cell.row;
      return press(event, 'rows', wholeRows(grid, from, cell.row), isExtending ? others : kept);
    }
    const start = isExtending ? { anchor: activeCell(range), head: cell } : singleCell(cell);
    const takeOut = adds && !event.shiftKey && isSelected ? { ranges, cell } : null;
    press(event, 'cells', start, isExtending ? others : kept, takeOut);
  };
  // AG Grid focuses the cell under a mousedown; with shift the active cell stays where the range began, and a head takes no focus.
  const mouseDown = (event: MouseEvent) => {
    if (event.target instanceof Element && event.target.closest('.CellEditor, .FillHandle')) return;
    const onHead = head(event.target) !== null;
    const hit = onHead ? null : at(event.clientX, event.clientY);
    if (!onHead && (!hit || !(event.shiftKey || hit.kind === 'rows' || event.button === 2))) return;
    event.stopPropagation();
    event.preventDefault();
    grid.api.stopEditing();
    const { range } = store.getState();
    const active = range && activeCell(range);
    const column = active && grid.column(active.column);
    if (active && column) grid.api.setFocusedCell(active.row, column.id);
  };
  const move = (event: PointerEvent) => {
    if (!drag) return;
    drag.x = event.clientX;
    drag.y = event.clientY;
    reach();
  };
  const up = () => {
    if (!drag) return;
    cancelAnimationFrame(drag.frame);
    const { moved, takeOut } = drag;
    drag = null;
    const rest = takeOut && !moved ? deselect(takeOut.ranges, takeOut.cell) : null;
    if (rest) grid.select(rest.range, { others: rest.others, reveal: 'nothing' });
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
