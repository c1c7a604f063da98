import { Filter, Plus, Search, Table2, X } from 'lucide-react';
import { type MouseEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { toProblemData } from '../../shared/contract/problem.ts';
import { findById } from '../../shared/model/document.ts';
import type { Column, Table } from '../../shared/model/table.ts';
import { useNavigation } from '../app/navigation.ts';
import { run, useProject } from '../app/projectStore.ts';
import { Button } from '../design/Button.tsx';
import { EmptyState } from '../design/EmptyState.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { IconButton } from '../design/IconButton.tsx';
import { MenuButton } from '../design/MenuButton.tsx';
import { Message } from '../design/Message.tsx';
import { PageHeader } from '../design/PageHeader.tsx';
import { TextInput } from '../design/TextInput.tsx';
import { useContextMenu } from '../design/useContextMenu.tsx';
import { t } from '../i18n/index.ts';
import { cellAtPoint, cellBox } from './agDom.ts';
import { BuiltFromMessage } from './BuiltFromMessage.tsx';
import { cellMenu } from './cellMenu.ts';
import { activeCell, type CellPosition, singleCell } from './cellRange.ts';
import { ClipboardDialogs } from './clipboard/ClipboardDialogs.tsx';
import { ColumnDialogs } from './columns/ColumnDialogs.tsx';
import { columnMenu, columnMenuTitle } from './columns/columnMenu.ts';
import { columnsAtMenu } from './columns/columnsAtMenu.ts';
import { useColumnTools } from './columns/useColumnTools.ts';
import { exportShown, exportTable } from './exportTable.ts';
import { FormulaBar } from './FormulaBar.tsx';
import { FilterChips } from './filter/FilterChips.tsx';
import { FilterPopover } from './filter/FilterPopover.tsx';
import { FindPanel } from './find/FindPanel.tsx';
import { goToHit } from './find/findIn.ts';
import { useFind } from './find/findState.ts';
import { GoToRowDialog } from './GoToRowDialog.tsx';
import { useTotals } from './groups/useTotals.ts';
import { ProvenancePopover } from './ProvenancePopover.tsx';
import { RefusalMessage } from './RefusalMessage.tsx';
import { selectedRows } from './rangeCells.ts';
import { rowName } from './rowName.ts';
import { changeRowOrder, useRowOrder, withFilter } from './rowOrder.ts';
import { SortDialog } from './SortDialog.tsx';
import { shownWidths } from './shownWidths.ts';
import { tableCommands } from './tableCommands.ts';
import { tableMenu } from './tableMenu.ts';
import { useTrust } from './trust/useTrust.ts';
import { useCellFormat } from './useCellFormat.ts';
import { useRangeStatus } from './useRangeStatus.ts';
import { type GridRequests, useTableGrid } from './useTableGrid.ts';
import './grid.css';
import './groups/groups.css';

/** A table: its rows in an editable grid, with what they are filtered by. */
export function TableView({ id }: { id: string }) {
  const table = useProject(({ document }) => document && findById(document.tables, id));
  if (!table) return null;
  return <TableRows key={id} table={table} />;
}

type Opened =
  | { kind: 'filter'; column: Column; anchor: Element }
  | { kind: 'row' }
  | { kind: 'sort' }
  | { kind: 'provenance'; cell: CellPosition; row: number; column: string };

function TableRows({ table }: { table: Table }) {
  const document = useProject((state) => state.document);
  const readOnly = useProject(({ status }) => status.readOnly !== undefined);
  const inspect = useNavigation((navigation) => navigation.inspect);
  const format = useCellFormat();
  const order = useRowOrder(table.id);
  const { where, quick } = order;
  const [opened, setOpened] = useState<Opened | null>(null);
  const [isFinding, setFinding] = useState(false);
  const isSearching = useFind(({ opened: panel }) => panel?.table === table.id);
  const spot = useRef<HTMLSpanElement>(null);
  const { open: openMenu, menu } = useContextMenu();

  const addRow = async () => {
    if (!grid) return;
    await run('insertRows', { table: table.id, rows: [{}] });
    await grid.reload();
    const first = grid.columns.findIndex(({ derived }) => !derived);
    await grid.goTo({ row: store.getState().total - 1, column: Math.max(0, first) });
  };
  const deleteRows = async () => {
    if (!grid || readOnly) return;
    const rows = await selectedRows(grid);
    if (rows.length > 0) await run('deleteRows', { table: table.id, rows });
  };
  const report = (error: unknown) => store.setState({ problem: toProblemData(error) });
  const requests: GridRequests = {
    addRow: () => void addRow().catch(report),
    deleteRows: () => void deleteRows().catch(report),
    askRow: () => setOpened({ kind: 'row' }),
    askSort: () => setOpened({ kind: 'sort' }),
    exportShown: () => grid && void exportShown(table, shownWidths(grid)).catch(report),
    find: () => setFinding(true),
    findNext: (by) => grid && void goToHit(grid, by).catch(report),
    showProvenance: () => {
      const { range: selected } = store.getState();
      const cell = selected && activeCell(selected);
      const row = cell && grid?.cache.row(cell.row);
      const column = cell && grid?.column(cell.column);
      if (cell && row && column) setOpened({ kind: 'provenance', cell, row: row.id, column: column.id });
    },
    report,
    filter: (columnId, anchor) => {
      const column = table.columns.find((known) => known.id === columnId);
      if (column) setOpened({ kind: 'filter', column, anchor });
    },
    inspect: (column) => inspect({ kind: 'column', table: table.id, column }),
  };
  const { host, grid, store } = useTableGrid(table, format, requests);
  const { total, loaded, loadProblem, problem, range } = useStore(store);
  const selectionWords = useRangeStatus(grid, store, table, format);

  const latest = useRef(requests);
  latest.current = requests;
  useEffect(() => tableCommands(table, readOnly, () => latest.current), [table, readOnly]);

  // A table opens at its first cell; the keyboard stays where it is.
  useEffect(() => {
    if (grid && loaded && total > 0 && store.getState().range === null) {
      store.setState({ range: singleCell({ row: 0, column: 0 }) });
    }
  }, [grid, loaded, total, store]);

  // The column of the active cell is what the inspector is about.
  const activeColumn = range ? grid?.column(activeCell(range).column)?.id : undefined;
  useEffect(() => {
    if (activeColumn) inspect({ kind: 'column', table: table.id, column: activeColumn });
  }, [activeColumn, inspect, table.id]);

  useColumnTools(grid, table, report);
  useTrust(grid, table, report);
  useTotals(grid, table, order);
  const onContextMenu = (event: MouseEvent) => {
    const columns = grid && columnsAtMenu(grid, event);
    if (grid && columns) {
      openMenu(event, columnMenuTitle(columns), columnMenu(grid, table, columns, requests));
      return;
    }
    if (!grid || !host.current || !cellAtPoint(host.current, event.clientX, event.clientY)) return;
    openMenu(event, t('grid.menu'), cellMenu(grid, table, requests));
  };
  const provenanceAnchor = useMemo(() => {
    if (opened?.kind !== 'provenance' || !host.current || !spot.current) return null;
    const box = cellBox(host.current, opened.cell.row, opened.column);
    const wrap = host.current.getBoundingClientRect();
    if (!box) return null;
    Object.assign(spot.current.style, {
      insetInlineStart: `${box.left - wrap.left}px`,
      top: `${box.top - wrap.top}px`,
      width: `${box.width}px`,
      height: `${box.height}px`,
    });
    return spot.current;
  }, [opened, host]);
  const closeAndFocus = () => {
    setOpened(null);
    const { range: selected } = store.getState();
    const cell = selected && activeCell(selected);
    const column = cell && grid?.column(cell.column);
    if (cell && column) grid?.api.setFocusedCell(cell.row, column.id);
  };

  if (!document) return null;
  const builtFrom = table.builtFrom?.tables
    .map((source) => findById(document.tables, source)?.title)
    .filter(Boolean)
    .join(', ');
  const isSaid = /built from/i.test(table.subtitle ?? '');
  const subtitle = [
    table.subtitle,
    table.builtFrom &&
      !isSaid &&
      t('grid.built.from', { tables: builtFrom, count: table.builtFrom.recipe.length }),
  ];
  const isFiltered = where.length > 0 || quick !== '';
  return (
    <>
      <main className="Main TableView" aria-label={table.title}>
        <PageHeader
          title={table.title}
          subtitle={subtitle.filter(Boolean).join(', ')}
          end={
            <>
              <Button icon={Plus} onPress={requests.addRow} isDisabled={readOnly}>
                {t('grid.addRow')}
              </Button>
              <MenuButton
                label={t('grid.more')}
                items={tableMenu(table, requests, readOnly || range === null)}
              />
            </>
          }
        />
        <BuiltFromMessage table={table} document={document} />
        <div className="GridToolbar" role="toolbar" aria-label={t('grid.toolbar')}>
          {grid && <FormulaBar grid={grid} table={table.id} />}
          {isFinding || quick ? (
            <div className="FindRows">
              <TextInput
                label={t('grid.find')}
                labelHidden
                placeholder={t('grid.findPlaceholder')}
                value={quick}
                autoFocus={isFinding}
                onInput={(text) => changeRowOrder(table.id, { quick: text })}
                onCommit={(text) => changeRowOrder(table.id, { quick: text })}
              />
              <IconButton
                label={t('grid.clearFind')}
                icon={X}
                onPress={() => {
                  changeRowOrder(table.id, { quick: '' });
                  setFinding(false);
                }}
              />
            </div>
          ) : (
            <IconButton label={t('grid.find')} icon={Search} onPress={() => setFinding(true)} />
          )}
        </div>
        {grid && isSearching && <FindPanel grid={grid} />}
        {grid && <RefusalMessage grid={grid} />}
        {problem && (
          <div className="GridMessage">
            <Message tone="danger" title={problem.message}>
              {problem.remedy && <p>{problem.remedy}</p>}
              <div className="actions">
                {problem.code === 'grid.copy-too-large' && (
                  <Button onPress={() => void exportTable(table).catch(report)}>
                    {t('gridClipboard.toFile')}
                  </Button>
                )}
                <Button variant="quiet" onPress={() => store.setState({ problem: null })}>
                  {t('grid.dismiss')}
                </Button>
              </div>
            </Message>
          </div>
        )}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the grid inside has the role; the menu key arrives here as well */}
        <div className="GridWrap" onContextMenu={onContextMenu}>
          <div ref={host} className="GridHost" />
          <span ref={spot} className="GridSpot" aria-hidden="true" />
          <output className="visually-hidden">{selectionWords}</output>
          {loadProblem && (
            <div className="GridCover">
              <ErrorState
                problem={loadProblem}
                action={{ label: t('grid.retry'), run: () => void grid?.reload() }}
              />
            </div>
          )}
          {/* While rows that a filter hid are on their way back, the table is neither empty nor filtered. */}
          {loaded && !loadProblem && total === 0 && (isFiltered || table.rowCount === 0) && (
            <div className="GridCover">
              {isFiltered ? (
                <EmptyState
                  icon={Filter}
                  title={t('grid.empty.filteredTitle')}
                  text={t('grid.empty.filteredText', { count: table.rowCount })}
                  action={{
                    label: t('grid.clearFilters'),
                    run: () => changeRowOrder(table.id, { where: [], quick: '' }),
                  }}
                />
              ) : (
                <EmptyState
                  icon={Table2}
                  title={t('grid.empty.title')}
                  text={t('grid.empty.text')}
                  {...(!readOnly && { action: { label: t('grid.addRow'), run: requests.addRow } })}
                />
              )}
            </div>
          )}
        </div>
      </main>
      <FilterChips
        table={table}
        format={format}
        onEdit={(column, anchor) => setOpened({ kind: 'filter', column, anchor })}
        onSort={requests.askSort}
      />
      {menu}
      {grid && <ClipboardDialogs grid={grid} />}
      <ColumnDialogs table={table} onClosed={closeAndFocus} />
      {opened?.kind === 'filter' && (
        <FilterPopover
          key={opened.column.id}
          table={table.id}
          column={opened.column}
          anchor={opened.anchor}
          order={order}
          format={format}
          onChange={(filter) =>
            changeRowOrder(table.id, { where: withFilter(where, opened.column.id, filter) })
          }
          onClose={() => setOpened(null)}
        />
      )}
      {opened?.kind === 'sort' && <SortDialog table={table} onClose={() => setOpened(null)} />}
      {opened?.kind === 'row' && (
        <GoToRowDialog
          last={total}
          onClose={() => setOpened(null)}
          onGo={(row) => void grid?.goTo({ row, column: range?.anchor.column ?? 0 })}
        />
      )}
      {grid && opened?.kind === 'provenance' && provenanceAnchor && (
        <ProvenancePopover
          table={table.id}
          row={opened.row}
          column={opened.column}
          name={rowName(grid, opened.cell.row)}
          position={opened.cell.row + 1}
          anchor={provenanceAnchor}
          onClose={closeAndFocus}
        />
      )}
    </>
  );
}
