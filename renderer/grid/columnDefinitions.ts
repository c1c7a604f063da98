import type { ColDef } from 'ag-grid-community';
import { shownUnit } from '../../shared/formats/columnNumber.ts';
import { formatNumber } from '../../shared/formats/formatNumber.ts';
import { shortUnit } from '../../shared/formats/unitScale.ts';
import { columnLayout, hiddenBefore, shownColumns } from '../../shared/model/columnLayout.ts';
import { type Column, columnLabel, type Table } from '../../shared/model/table.ts';
import { ROW_NUMBERS } from './agDom.ts';
import type { CellMarks } from './cellMarks.ts';
import { editorOf } from './editors/editorOf.ts';
import type { GridActions } from './gridActions.ts';
import type { GridStore } from './gridStore.ts';
import { groupCell } from './groups/groupCell.ts';
import { HeaderCell, type HeaderContext } from './HeaderCell.ts';
import type { GridRow } from './rowCache.ts';
import { statusMark } from './statusMark.ts';

interface Parts {
  readonly table: Pick<Table, 'columns' | 'layout'>;
  readonly store: GridStore;
  readonly marks: CellMarks;
  readonly actions: GridActions;
  readonly head: Omit<HeaderContext, 'column' | 'store' | 'hidden'>;
  /** A row to guess widths from, where one is loaded. */
  sample(): GridRow | undefined;
}

/** The columns as AG Grid draws them: row numbers, then those that are shown. Marks are class rules, which a soft refresh runs again. */
export function columnDefinitions(parts: Parts): ColDef<GridRow>[] {
  const { table } = parts;
  const { frozen, widths } = columnLayout(table);
  const main = table.columns.find(({ role, derived }) => role === 'measure' && !derived);
  const hidden = hiddenBefore(table);
  const shown = shownColumns(table);
  return [
    rowNumbers(),
    ...shown.map((column, at): ColDef<GridRow> => {
      const isLast = at === shown.length - 1;
      const around = { before: hidden.get(column.id) ?? [], after: isLast ? (hidden.get(null) ?? []) : [] };
      return {
        ...definition(column, parts, column === main, around),
        ...workedCells(column, at === 0, parts),
        width: widths[column.id] ?? columnWidth(column),
        // All frozen would leave nothing to scroll.
        pinned: at < Math.min(frozen, shown.length - 1) ? 'left' : null,
      };
    }),
  ];
}

function rowNumbers(): ColDef<GridRow> {
  return {
    colId: ROW_NUMBERS,
    headerName: '',
    width: 52,
    pinned: 'left',
    lockPosition: 'left',
    resizable: false,
    cellClass: 'rowNumber',
    headerClass: 'rowNumberHead',
    valueGetter: ({ node }) =>
      node?.rowIndex === null || node?.rowIndex === undefined || node.rowPinned
        ? ''
        : formatNumber(node.rowIndex + 1, { decimals: 0 }),
  };
}

function definition(
  column: Column,
  parts: Parts,
  isMain: boolean,
  hidden: HeaderContext['hidden'],
): ColDef<GridRow> {
  const { marks, actions } = parts;
  const waiting = (row: GridRow | undefined) => (row ? marks.pending(row.id, column.id) : undefined);
  const refused = (row: GridRow | undefined) => (row ? marks.refused(row.id, column.id) : undefined);
  const editable = !actions.readOnly && column.derived === undefined;
  return {
    colId: column.id,
    headerName: columnLabel(column),
    headerComponent: HeaderCell,
    headerComponentParams: {
      head: { ...parts.head, column, store: parts.store, hidden } satisfies HeaderContext,
    },
    suppressAutoSize: true,
    editable: ({ data }) => editable && data !== undefined && !data.worked,
    valueGetter: ({ data }) => data?.value(column.id) ?? null,
    valueFormatter: ({ value, data }) => refused(data) ?? waiting(data) ?? actions.shownText(value, column),
    ...editorOf(column, actions, (row) => refused(row) ?? actions.exactText(row.value(column.id), column)),
    cellClass: [
      column.type === 'number' ? 'is-num' : '',
      column.derived ? 'is-derived' : '',
      isMain ? 'is-main' : '',
      ['vintage', 'source', 'definition', 'note', 'unit'].includes(column.role) ? 'is-quiet' : '',
    ].filter((name) => name !== ''),
    cellClassRules: {
      'is-missing': ({ value, data }) =>
        data !== undefined && value === null && !data.worked && !waiting(data) && !refused(data),
      'is-group': ({ data }) => data?.worked?.kind === 'group',
      'is-subtotal': ({ data }) => data?.worked !== undefined && data.worked.kind !== 'group',
      'is-changed': ({ data }) => data !== undefined && marks.changed(data.id, column.id),
      'is-noted': ({ data }) => data !== undefined && marks.noted(data.id, column.id),
      'is-pending': ({ data }) => waiting(data) !== undefined,
      'is-refused': ({ data }) => refused(data) !== undefined,
    },
    ...(column.role === 'status' && {
      cellRenderer: ({ valueFormatted, data }: { valueFormatted: string; data?: GridRow }) =>
        valueFormatted && !refused(data)
          ? statusMark(valueFormatted)
          : document.createTextNode(valueFormatted),
    }),
  };
}

/** Rows that are worked out are drawn by hand; the others stay plain text, which is drawn twice as fast. */
function workedCells(column: Column, isFirst: boolean, { table, actions }: Parts): Partial<ColDef<GridRow>> {
  const component = groupCell(column, isFirst, { columns: table.columns, actions });
  return { cellRendererSelector: ({ data }) => (data?.worked ? { component } : undefined) };
}

/** Width in px: wide enough for the head, and for what such a column usually holds. */
export function columnWidth(column: Column, part: 'head' | 'usual' = 'usual'): number {
  const unit = shownUnit(column);
  const head = columnLabel(column).length * 7 + (unit ? shortUnit(unit).length * 6 + 6 : 0) + 34;
  if (part === 'head') return head;
  const usual =
    column.role === 'status'
      ? 112
      : { period: 92, number: 88, boolean: 70, category: 160, text: column.role === 'note' ? 300 : 160 }[
          column.type
        ];
  return Math.min(340, Math.max(head, usual));
}
