import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Table } from '../../shared/model/table.ts';
import { parsePeriod } from '../../shared/periods/parsePeriod.ts';
import { monthPeriod } from '../../shared/periods/period.ts';
import { client } from '../app/client.ts';
import { run, useProject } from '../app/projectStore.ts';
import { useSettings } from '../app/useSettings.ts';
import { type CellFormat, exactText, shownText } from './cellText.ts';
import { showColumns } from './columns/columnActions.ts';
import { useShownTable } from './columns/useShownTable.ts';
import type { GridActions } from './gridActions.ts';
import { createGridStore, type GridStore } from './gridStore.ts';
import { rowsOfTable } from './groups/rowsOfTable.ts';
import { changeRowOrder, nextSort, rowOrder, rowsOf, subscribeRowOrder, useRowOrder } from './rowOrder.ts';
import { createTableGrid, type TableGrid } from './tableGrid.ts';
import { wholeColumns } from './wholeLines.ts';

/** What the view does when the grid asks for something that is not a cell. */
export type GridRequests = Pick<
  GridActions,
  'addRow' | 'deleteRows' | 'askRow' | 'find' | 'showProvenance' | 'report'
> & {
  filter(column: string, anchor: HTMLElement): void;
  inspect(column: string): void;
  askSort(): void;
  exportShown(): void;
  findNext(by: 1 | -1): void;
};

/** Makes the grid in an element and keeps it in step with the table, the order and the settings. */
export function useTableGrid(
  table: Table,
  format: CellFormat,
  requests: GridRequests,
): { host: RefObject<HTMLDivElement | null>; grid: TableGrid | null; store: GridStore } {
  const host = useRef<HTMLDivElement>(null);
  const [store] = useState(createGridStore);
  const [grid, setGrid] = useState<TableGrid | null>(null);
  const latest = useRef(requests);
  latest.current = requests;
  const readOnly = useProject(({ status }) => status.readOnly !== undefined);
  const density = useSettings((settings) => settings.density);
  const order = useRowOrder(table.id);
  const { id, title } = table;
  const now = useRef(table);
  now.current = table;

  useEffect(() => {
    if (!host.current) return;
    const made = createTableGrid({
      host: host.current,
      table: now.current,
      store,
      label: title,
      rowHeight: lengthOf(host.current, '--row-height'),
      headerHeight: 30,
      actions: {
        table: id,
        readOnly,
        numbers: format.numbers,
        fetchColumns: (from, count, columns, signal) =>
          client().call(
            'tables.window',
            { rows: rowsOf(id, rowOrder(id)), from, count, columns: [...columns] },
            signal ? { signal } : {},
          ),
        paste: (args) => run('paste', args),
        fill: async (args) => {
          store.setState({ copied: null });
          await run('fill', args);
        },
        clearCells: async (blocks) => {
          await run('clearCells', { table: id, blocks: [...blocks] });
        },
        fetch: (from, count) =>
          client().call('tables.window', { rows: rowsOf(id, rowOrder(id)), from, count }),
        edge: async (column, from, direction) => {
          const rows = rowsOf(id, rowOrder(id));
          return (await client().call('tables.edge', { rows, column, from, direction })).to;
        },
        setCells: async (cells) => {
          store.setState({ copied: null });
          await run('setCells', { table: id, cells: rowsOfTable(cells) });
        },
        shownText: (value, column) => shownText(value, column, format),
        exactText: (value, column) => exactText(value, column, format.fiscalYearStart),
        distinctTexts: async (column) => {
          const { values } = await client().call('tables.distinct', { table: id, column });
          return values.flatMap(({ value }) => value ?? []);
        },
        understoodPeriod: (text, column) => {
          const { fiscalYearStart } = format;
          const code = parsePeriod(text, { fiscalYearStart });
          return code === null ? null : shownText(code, column, format);
        },
        thisMonth: (column) => {
          const now = new Date();
          const month = monthPeriod(now.getFullYear(), now.getMonth() + 1);
          return exactText(month, column, format.fiscalYearStart);
        },
        addRow: () => latest.current.addRow(),
        deleteRows: () => latest.current.deleteRows(),
        askRow: () => latest.current.askRow(),
        find: () => latest.current.find(),
        showProvenance: () => latest.current.showProvenance(),
        report: (error) => latest.current.report(error),
      },
      head: {
        sortOf: (column) => {
          const { sort } = rowOrder(id);
          const at = sort.findIndex((key) => key.column === column);
          const key = sort[at];
          return key ? { descending: key.descending, rank: at + 1, of: sort.length } : null;
        },
        isFiltered: (column) => rowOrder(id).where.some((filter) => filter.column === column),
        onOrder: subscribeRowOrder,
        sort: (column, add) => changeRowOrder(id, { sort: nextSort(rowOrder(id).sort, column, add) }),
        filter: (column, anchor) => latest.current.filter(column, anchor),
        select: (column) => {
          const at = store.getState().columns.indexOf(column);
          if (store.getState().total > 0) made.select(wholeColumns(made, at, at), { reveal: 'nothing' });
          latest.current.inspect(column);
        },
        showHidden: (columns) => void showColumns(now.current, columns).catch(latest.current.report),
      },
    });
    setGrid(made);
    return () => {
      setGrid(null);
      made.destroy();
    };
  }, [id, title, readOnly, format, store]);

  useShownTable(grid, table);

  // Any change of order or rows: the grid asks anew, keeping what it shows until the answer is there.
  const revision = table.revision;
  const shown = useRef({ grid, order, revision });
  useEffect(() => {
    const before = shown.current;
    shown.current = { grid, order, revision };
    if (grid && before.grid === grid && (before.order !== order || before.revision !== revision)) {
      // In another order other cells stand where the copied ones were.
      if (before.order !== order) grid.store.setState({ copied: null });
      void grid.reload();
    }
  }, [grid, order, revision]);

  // Rows that were on their way when the workbench stopped are asked for again when it is back.
  const connected = useProject((state) => state.connected);
  useEffect(() => {
    if (grid && connected && store.getState().loadProblem) void grid.reload();
  }, [grid, connected, store]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the density changes the style sheet's row height
  useEffect(() => {
    if (grid) grid.setRowHeight(lengthOf(grid.host, '--row-height'));
  }, [grid, density]);

  return { host, grid, store };
}

function lengthOf(element: HTMLElement, name: string): number {
  return Number.parseFloat(getComputedStyle(element).getPropertyValue(name)) || 26;
}
