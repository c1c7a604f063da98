import { type ColDef, createGrid, type GridApi } from 'ag-grid-community';
import { Problem, toProblemData } from '../../shared/contract/problem.ts';
import { shownColumns } from '../../shared/model/columnLayout.ts';
import type { Column, Table } from '../../shared/model/table.ts';
import { gridViewport } from './agDom.ts';
import { attachAriaSelection } from './ariaSelection.ts';
import { type CellMarks, createCellMarks } from './cellMarks.ts';
import { activeCell, type CellPosition, type CellRange, clampRange, singleCell } from './cellRange.ts';
import { attachClipboard } from './clipboard/gridClipboard.ts';
import { columnDefinitions } from './columnDefinitions.ts';
import { movedRange } from './columns/movedRange.ts';
import { attachFillHandle } from './fill/fillHandle.ts';
import type { GridActions } from './gridActions.ts';
import { createKeys } from './gridKeys.ts';
import { registerGridModules } from './gridModules.ts';
import type { GridStore } from './gridStore.ts';
import { gridTheme } from './gridTheme.ts';
import type { HeaderContext } from './HeaderCell.ts';
import { attachRangeMouse } from './rangeMouse.ts';
import { attachRangeOverlay } from './rangeOverlay.ts';
import { createRowCache, type GridRow, type RowCache } from './rowCache.ts';
import { attachRowNumberWidth } from './rowNumberWidth.ts';
import { attachWheel } from './wheel.ts';

registerGridModules();

export type ShownTable = Pick<Table, 'columns' | 'layout'>;

export interface TableGridOptions {
  readonly host: HTMLElement;
  readonly table: ShownTable;
  readonly store: GridStore;
  readonly actions: GridActions;
  readonly head: Omit<HeaderContext, 'column' | 'store' | 'hidden'>;
  readonly rowHeight: number;
  readonly headerHeight: number;
  readonly label: string;
}

/** One table on the screen. Positions are rows of the order and indexes into the columns. */
export interface TableGrid {
  readonly host: HTMLElement;
  readonly api: GridApi<GridRow>;
  readonly cache: RowCache;
  readonly marks: CellMarks;
  readonly store: GridStore;
  readonly actions: GridActions;
  /** Those that are shown, as they stand. */
  readonly columns: readonly Column[];
  readonly rowHeight: number;
  column(index: number): Column | undefined;
  /** The table's columns or their layout are others: shows them so. Selected ranges stay on their columns. */
  setTable(table: ShownTable): void;
  /** Selects a range, and further ones; brings its head or its active cell into view, and gives the active cell the keyboard. */
  select(
    range: CellRange,
    options?: { others?: readonly CellRange[]; reveal?: 'head' | 'active' | 'nothing' },
  ): void;
  /** Makes a position the only selected cell, brings it into view and gives it the keyboard. */
  goTo(cell: CellPosition): Promise<void>;
  /** The rows or their order changed: shows them anew without a blank frame. */
  reload(): Promise<void>;
  /** Takes what was typed into one cell; nothing happens where it says what is there already. */
  edit(cell: CellPosition, text: string): Promise<void>;
  /** Draws the cells of rows again whose marks changed. */
  redraw(): void;
  setRowHeight(rowHeight: number): void;
  destroy(): void;
}

export function createTableGrid(options: TableGridOptions): TableGrid {
  const { host, store, actions, head } = options;
  let columns = shownColumns(options.table);
  const cache = createRowCache(async (from, count) => {
    const rows = await actions.fetch(from, count);
    store.setState({ elapsed: rows.elapsed });
    return rows;
  });
  const marks = createCellMarks();
  let rowHeight = options.rowHeight;
  let generation = 0;
  store.setState({
    columns: columns.map(({ id }) => id),
    range: null,
    others: [],
    copied: null,
    refusal: null,
    loadProblem: null,
  });

  const size = () => ({ rows: store.getState().total, columns: columns.length });
  const failed = (error: unknown) => store.setState({ loadProblem: toProblemData(error) });

  const keys = createKeys(() => grid);
  const definitionsOf = (table: ShownTable): ColDef<GridRow>[] =>
    columnDefinitions({ table, store, marks, actions, head, sample: () => cache.row(0) });
  const api = createGrid<GridRow>(host, {
    theme: gridTheme,
    rowModelType: 'infinite',
    columnDefs: definitionsOf(options.table),
    defaultColDef: {
      sortable: false,
      suppressMovable: true,
      resizable: true,
      minWidth: 44,
      suppressKeyboardEvent: keys,
    },
    getRowId: ({ data }) => String(data.id),
    rowHeight,
    headerHeight: options.headerHeight,
    cacheBlockSize: 200,
    maxBlocksInCache: 6,
    rowBuffer: 3,
    maxConcurrentDatasourceRequests: 6,
    infiniteInitialRowCount: Math.max(1, store.getState().total),
    animateRows: false,
    suppressColumnMoveAnimation: true,
    readOnlyEdit: true,
    stopEditingWhenCellsLoseFocus: true,
    suppressNoRowsOverlay: true,
    onCellEditRequest: ({ node, column, newValue }) => {
      const index = columns.findIndex(({ id }) => id === column.getColId());
      if (node.rowIndex !== null)
        void grid.edit({ row: node.rowIndex, column: index }, String(newValue ?? ''));
    },
    datasource: {
      getRows: ({ startRow, endRow, successCallback, failCallback }) => {
        wholeBlock(cache, startRow, endRow).then(
          ({ rows, total }) => {
            store.setState({ total, loaded: true, loadProblem: null });
            successCallback(rows, total);
          },
          (error) => {
            failed(error);
            failCallback();
          },
        );
      },
    },
  });

  const grid: TableGrid = {
    host,
    api,
    cache,
    marks,
    store,
    actions,
    get columns() {
      return columns;
    },
    get rowHeight() {
      return rowHeight;
    },
    column: (index) => columns[index],
    setTable(table) {
      const before = columns;
      columns = shownColumns(table);
      const { range, others } = store.getState();
      const moved = (one: CellRange) => movedRange(one, before, columns);
      const definitions = definitionsOf(table);
      api.setGridOption('columnDefs', definitions);
      // A width that is what the definition said before, though the column was resized since, AG Grid 36 leaves as it is.
      api.applyColumnState({
        state: definitions.map(({ colId = '', width = 0, pinned = null }) => ({ colId, width, pinned })),
      });
      store.setState({
        columns: columns.map(({ id }) => id),
        range: range && clampRange(moved(range), size()),
        others: others.flatMap((other) => clampRange(moved(other), size()) ?? []),
        copied: null,
      });
      api.refreshCells({ force: true });
    },
    select(range, { others = [], reveal = 'head' } = {}) {
      const inside = clampRange(range, size());
      store.setState({ range: inside, others });
      if (!inside) return;
      const active = activeCell(inside);
      const column = columns[active.column];
      const seen = reveal === 'active' ? active : inside.head;
      const shown = columns[seen.column];
      if (!shown || !column) return;
      if (reveal !== 'nothing') {
        api.ensureIndexVisible(seen.row);
        api.ensureColumnVisible(shown.id);
      }
      api.setFocusedCell(active.row, column.id);
    },
    async goTo(cell) {
      const page = Math.ceil(gridViewport(host).clientHeight / rowHeight);
      const last = size().rows - 1;
      const from = Math.max(0, Math.min(cell.row, last) - page);
      const to = Math.max(0, Math.min(cell.row + page, last));
      await cache.load(from, to);
      // Creates and loads the blocks without scrolling, so that the rows are drawn once. They have their rows in the next tasks, later where
      // a refresh is under way; a jump that waits longer than anyone notices goes on without them.
      const isThere = (at: number) => api.getDisplayedRowAtIndex(at)?.data !== undefined;
      for (let turn = 0; turn < 40; turn += 1) {
        await new Promise((resolve) => setTimeout(resolve, turn === 0 ? 0 : 5));
        if (api.isDestroyed()) return;
        if ([from, Math.min(cell.row, last), to].every((at) => at < 0 || isThere(at))) break;
      }
      api.ensureIndexVisible(Math.max(0, Math.min(cell.row, last)), 'middle');
      grid.select(singleCell(cell));
    },
    async reload() {
      generation += 1;
      const mine = generation;
      cache.clear();
      try {
        const first = Math.max(0, api.getFirstDisplayedRowIndex());
        const total = await cache.load(first, Math.max(first, api.getLastDisplayedRowIndex()));
        if (mine !== generation || api.isDestroyed()) return;
        const { range, others } = store.getState();
        store.setState({ total, loaded: true, loads: store.getState().loads + 1, loadProblem: null });
        api.setRowCount(total, true);
        api.refreshInfiniteCache();
        if (range) {
          store.setState({
            range: clampRange(range, size()),
            others: others.flatMap((other) => clampRange(other, size()) ?? []),
          });
        }
      } catch (error) {
        if (mine === generation) failed(error);
      }
    },
    async edit(cell, text) {
      const row = cache.row(cell.row);
      const column = columns[cell.column];
      if (!row || !column) return;
      const old = row.value(column.id);
      const cells = [{ row: row.id, column: column.id, text }];
      if (text === actions.exactText(old, column) || text === actions.shownText(old, column)) {
        marks.clear(cells);
        store.setState({ refusal: null });
        grid.redraw();
        return;
      }
      marks.setPending(cells);
      store.setState({ refusal: null });
      grid.redraw();
      try {
        await actions.setCells([{ row: row.id, column: column.id, value: text.trim() === '' ? null : text }]);
        await grid.reload();
        marks.clear(cells);
      } catch (error) {
        marks.setRefused(row.id, column.id, text);
        store.setState({
          refusal: { row: row.id, column: column.id, text, problem: toProblemData(error) },
        });
        if (!(error instanceof Problem)) throw error;
      } finally {
        if (!api.isDestroyed()) grid.redraw();
      }
    },
    redraw: () => api.refreshCells({ force: true }),
    setRowHeight(height) {
      rowHeight = height;
      api.setGridOption('rowHeight', height);
    },
    destroy() {
      for (const stop of stops) stop();
      api.destroy();
    },
  };

  const stops = [
    attachRangeOverlay(grid),
    attachRangeMouse(grid),
    attachFillHandle(grid),
    attachAriaSelection(grid),
    attachClipboard(grid),
    attachWheel(grid),
    attachRowNumberWidth(grid),
  ];
  const viewport = gridViewport(host);
  viewport.setAttribute('aria-multiselectable', 'true');
  viewport.setAttribute('aria-label', options.label);
  return grid;
}

/**
 * The rows of a block. Where the order changed while they were on their way, the cache has forgotten them: they are asked for again, for a
 * block that is answered without its rows stands blank until the next refresh.
 */
async function wholeBlock(
  cache: RowCache,
  startRow: number,
  endRow: number,
): Promise<{ rows: GridRow[]; total: number }> {
  for (let turn = 1; ; turn += 1) {
    const total = await cache.load(startRow, endRow - 1);
    const rows: GridRow[] = [];
    for (let at = startRow; at < Math.min(endRow, total); at += 1) {
      const row = cache.row(at);
      if (row) rows.push(row);
    }
    if (rows.length >= Math.min(endRow, total) - startRow || turn === 5) return { rows, total };
  }
}
