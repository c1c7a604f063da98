import type { SuppressKeyboardEventParams } from 'ag-grid-community';
import { gridViewport } from './agDom.ts';
import { CellEditor } from './CellEditor.ts';
import { activeCell, type CellPosition, extendRange, moveCell, nextCorner, singleCell } from './cellRange.ts';
import { createEdgeMoves } from './edgeMoves.ts';
import { openCodes, typeThisMonth } from './editors/editorKeys.ts';
import { fillFromFirst } from './fill/fillCells.ts';
import { openFind } from './find/findState.ts';
import { groupByArrow } from './groups/groupKeys.ts';
import { clearRange } from './rangeCells.ts';
import type { GridRow } from './rowCache.ts';
import { nextSelected } from './severalRanges.ts';
import type { TableGrid } from './tableGrid.ts';
import { selectAll, selectColumns, selectRows } from './wholeLines.ts';

const ARROWS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** A spreadsheet's keys. Answers true where the key is ours; AG Grid then leaves it alone. */
export function createKeys(
  gridOf: () => TableGrid,
): (params: SuppressKeyboardEventParams<GridRow>) => boolean {
  /** The column where a run of Tabs began: Enter returns under it. */
  let tabStart: number | undefined;
  const toEdge = createEdgeMoves();

  const taken = (event: KeyboardEvent, run: () => void): true => {
    event.preventDefault();
    event.stopPropagation();
    run();
    return true;
  };

  return ({ event, editing, node, column }) => {
    if (event.type !== 'keydown') return false;
    const grid = gridOf();
    const { total, columns, range, others } = grid.store.getState();
    const size = { rows: total, columns: columns.length };
    const here: CellPosition = range
      ? activeCell(range)
      : { row: node?.rowIndex ?? 0, column: Math.max(0, columns.indexOf(column?.getColId() ?? '')) };
    const go = (cell: CellPosition) => grid.select(singleCell(cell));
    const step = (rows: number, across: number) => go(moveCell(here, rows, across, size));
    /** Tab and Enter stay among several selected cells, and move on from a single one. */
    const walk = (down: boolean, onward: (by: 1 | -1) => void) => {
      if (editing) grid.api.stopEditing();
      const by = event.shiftKey ? -1 : 1;
      const next = range && nextSelected({ range, others }, by, down);
      if (next) grid.select(next.range, { others: next.others, reveal: 'active' });
      else onward(by);
    };
    const tab = () =>
      walk(false, (by) => {
        tabStart ??= here.column;
        step(0, by);
      });
    const enter = () =>
      walk(true, (by) => {
        go(moveCell({ row: here.row, column: tabStart ?? here.column }, by, 0, size));
        tabStart = undefined;
      });

    if (editing) {
      if (event.isComposing) return true;
      if (event.key === 'Tab') return taken(event, tab);
      if (event.key === 'Enter') return taken(event, enter);
      const arrow = ARROWS[event.key];
      const editor = grid.api.getCellEditorInstances()[0];
      if (arrow && editor instanceof CellEditor && editor.beganByTyping()) {
        return taken(event, () => {
          grid.api.stopEditing();
          step(...arrow);
        });
      }
      return event.key !== 'Escape';
    }

    const control = event.ctrlKey || event.metaKey;
    const extend = (rows: number, across: number) =>
      grid.select(extendRange(range ?? singleCell(here), rows, across, size), { others });
    const move = (rows: number, across: number) => {
      tabStart = undefined;
      if (event.shiftKey) extend(rows, across);
      else step(rows, across);
    };
    const far = Number.MAX_SAFE_INTEGER / 4;
    const page = Math.max(1, Math.floor(gridViewport(grid.host).clientHeight / grid.rowHeight) - 2);
    const arrow = ARROWS[event.key];

    if (arrow && event.altKey && !event.shiftKey && arrow[0] > 0) {
      return taken(event, () => openCodes(grid));
    }
    // Commands of the registry have these: columns move by Alt+Shift and an arrow.
    if (arrow && event.altKey) return true;
    if (arrow) {
      return taken(event, () => {
        if (!control && !event.shiftKey && groupByArrow(grid, here, arrow[1])) return;
        if (!control) move(...arrow);
        else {
          tabStart = undefined;
          void toEdge(grid, arrow, event.shiftKey);
        }
      });
    }
    if (control) {
      switch (event.key.toLowerCase()) {
        case 'a':
          return taken(event, () => selectAll(grid));
        case ' ':
          return taken(event, () => (event.shiftKey ? selectAll(grid) : selectColumns(grid)));
        case '.':
          return taken(event, () => {
            if (range) grid.select(nextCorner(range), { others, reveal: 'active' });
          });
        case 'd':
          return taken(event, () => fillFromFirst(grid, 'down'));
        case 'r':
          return taken(event, () => fillFromFirst(grid, 'right'));
        case ';':
          return taken(event, () => typeThisMonth(grid));
        case 'g':
          return taken(event, () => grid.actions.askRow());
        case 'f':
          return taken(event, () => openFind(grid.actions.table, false));
        case 'enter':
          return taken(event, () => grid.actions.addRow());
        case '-':
          return taken(event, () => grid.actions.deleteRows());
        case 'home':
          return taken(event, () => move(-far, -far));
        case 'end':
          return taken(event, () => move(far, far));
        default:
          // Undo, save and the like are the program's; copy and paste are the browser's.
          return true;
      }
    }
    switch (event.key) {
      case 'Tab':
        return taken(event, tab);
      case 'Enter':
        return taken(event, enter);
      case 'Home':
        return taken(event, () => move(0, -far));
      case 'End':
        return taken(event, () => move(0, far));
      case 'PageUp':
        return taken(event, () => move(-page, 0));
      case 'PageDown':
        return taken(event, () => move(page, 0));
      case 'Delete':
        return taken(event, () => void clearRange(grid));
      case 'Escape':
        return taken(event, () => {
          if (grid.store.getState().copied) return grid.store.setState({ copied: null });
          dismissRefusal(grid);
          go(here);
        });
      case 'F2':
        if (!event.shiftKey) return false;
        return taken(event, () => grid.actions.showProvenance());
      case 'F10':
        if (!event.shiftKey) return true;
        return taken(event, () => menuAtCell(event.target));
      case 'ContextMenu':
        return taken(event, () => menuAtCell(event.target));
      case ' ':
        if (!event.shiftKey) return false;
        return taken(event, () => selectRows(grid));
      default:
        // Letters and Backspace begin an edit; F6 and the other function keys are the program's.
        return /^F\d+$/.test(event.key);
    }
  };
}

/** The menu key means what a right click on the cell means. */
function menuAtCell(target: EventTarget | null): void {
  if (!(target instanceof HTMLElement)) return;
  const { left, bottom } = target.getBoundingClientRect();
  target.dispatchEvent(
    new MouseEvent('contextmenu', {
      bubbles: true,
      cancelable: true,
      clientX: left + 4,
      clientY: bottom - 2,
    }),
  );
}

function dismissRefusal(grid: TableGrid): void {
  const { refusal } = grid.store.getState();
  if (!refusal) return;
  grid.marks.clear([refusal]);
  grid.store.setState({ refusal: null });
  grid.redraw();
}
