import type { SuppressKeyboardEventParams } from 'ag-grid-community';
import { gridViewport } from './agDom.ts';
import { CellEditor } from './CellEditor.ts';
import { boundsOf, type CellPosition, extendRange, moveCell, singleCell } from './cellRange.ts';
import { clearRange } from './rangeCells.ts';
import type { GridRow } from './rowCache.ts';
import type { TableGrid } from './tableGrid.ts';

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

  const taken = (event: KeyboardEvent, run: () => void): true => {
    event.preventDefault();
    event.stopPropagation();
    run();
    return true;
  };

  return ({ event, editing, node, column }) => {
    if (event.type !== 'keydown') return false;
    const grid = gridOf();
    const { total, columns, range } = grid.store.getState();
    const size = { rows: total, columns: columns.length };
    const here: CellPosition = range?.anchor ?? {
      row: node?.rowIndex ?? 0,
      column: Math.max(0, columns.indexOf(column?.getColId() ?? '')),
    };
    const go = (cell: CellPosition) => grid.select(singleCell(cell));
    const step = (rows: number, across: number) => go(moveCell(here, rows, across, size));
    const tab = () => {
      tabStart ??= here.column;
      if (editing) grid.api.stopEditing();
      step(0, event.shiftKey ? -1 : 1);
    };
    const enter = () => {
      if (editing) grid.api.stopEditing();
      go(moveCell({ row: here.row, column: tabStart ?? here.column }, event.shiftKey ? -1 : 1, 0, size));
      tabStart = undefined;
    };

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
      grid.select(extendRange(range ?? singleCell(here), rows, across, size));
    const move = (rows: number, across: number) => {
      tabStart = undefined;
      if (event.shiftKey) extend(rows, across);
      else step(rows, across);
    };
    const far = Number.MAX_SAFE_INTEGER / 4;
    const page = Math.max(1, Math.floor(gridViewport(grid.host).clientHeight / grid.rowHeight) - 2);
    const arrow = ARROWS[event.key];

    if (arrow) {
      const [rows, across] = control ? [arrow[0] * far, arrow[1] * far] : arrow;
      return taken(event, () => move(rows, across));
    }
    if (control) {
      switch (event.key.toLowerCase()) {
        case 'a':
          return taken(event, () =>
            grid.store.setState({
              range: { anchor: { row: 0, column: 0 }, head: { row: total - 1, column: columns.length - 1 } },
            }),
          );
        case 'g':
          return taken(event, () => grid.actions.askRow());
        case 'f':
          return taken(event, () => grid.actions.find());
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
        return taken(event, () => {
          const bounds = boundsOf(range ?? singleCell(here));
          grid.store.setState({
            range: {
              anchor: { row: bounds.top, column: 0 },
              head: { row: bounds.bottom, column: columns.length - 1 },
            },
          });
        });
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
