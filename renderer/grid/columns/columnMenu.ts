import {
  ArrowDown,
  ArrowLeft,
  ArrowLeftToLine,
  ArrowRight,
  ArrowRightToLine,
  ArrowUp,
  Copy,
  Eye,
  EyeOff,
  FileSearch,
  Filter,
  FoldHorizontal,
  Hash,
  PanelLeft,
  PencilLine,
  Replace,
  Sigma,
  Trash2,
} from 'lucide-react';
import { columnLayout, shownColumns } from '../../../shared/model/columnLayout.ts';
import { type Column, columnLabel, type Table } from '../../../shared/model/table.ts';
import type { MenuItem } from '../../design/Menu.tsx';
import { t } from '../../i18n/index.ts';
import { headElement } from '../agDom.ts';
import { openFormulaDialog } from '../formula/formulaDialog.ts';
import { groupMenu } from '../groups/groupMenu.ts';
import { changeRowOrder } from '../rowOrder.ts';
import type { TableGrid } from '../tableGrid.ts';
import type { GridRequests } from '../useTableGrid.ts';
import {
  deleteColumns,
  duplicateColumn,
  freezeColumns,
  hideColumns,
  moveColumnsBy,
} from './columnActions.ts';
import { openColumnDialog } from './columnDialogs.ts';
import { fitColumns } from './fitColumns.ts';

/** "Column Exports" or "3 columns". */
export function columnMenuTitle(columns: readonly Column[]): string {
  const [first] = columns;
  return columns.length === 1 && first
    ? t('columns.menuOf', { column: columnLabel(first) })
    : t('columns.menuOfSome', { count: columns.length });
}

/** What can be done with columns; with one of them where only one can be meant. */
export function columnMenu(
  grid: TableGrid,
  table: Table,
  columns: readonly Column[],
  requests: Pick<GridRequests, 'filter' | 'report'>,
): MenuItem[] {
  const [first] = columns;
  const last = columns.at(-1);
  if (!first || !last) return [];
  const { readOnly } = grid.actions;
  const shown = shownColumns(table);
  const layout = columnLayout(table);
  const isOne = columns.length === 1;
  const act = (work: Promise<unknown>) => void work.catch(requests.report);
  const sort = (descending: boolean) =>
    changeRowOrder(table.id, { sort: columns.map(({ id }) => ({ column: id, descending })) });
  const filter = () => {
    const head = headElement(grid.host, first.id);
    if (head) requests.filter(first.id, head);
  };
  const insert = (column: Column, side: 'before' | 'after') =>
    openColumnDialog({ kind: 'add', beside: { column: column.id, side } });
  return [
    { id: 'sortUp', label: t('columns.sortUp'), icon: ArrowUp, run: () => sort(false) },
    { id: 'sortDown', label: t('columns.sortDown'), icon: ArrowDown, run: () => sort(true) },
    { id: 'filter', label: t('columns.filter'), icon: Filter, isDisabled: !isOne, run: filter },
    { id: 'rule1', rule: true },
    ...groupMenu(table, columns),
    {
      id: 'freeze',
      label: t('columns.freeze'),
      icon: PanelLeft,
      isDisabled: readOnly || last.id === shown.at(-1)?.id,
      run: () => act(freezeColumns(table, last)),
    },
    ...(layout.frozen > 0
      ? [
          {
            id: 'unfreeze',
            label: t('columns.unfreeze'),
            isDisabled: readOnly,
            run: () => act(freezeColumns(table, null)),
          },
        ]
      : []),
    {
      id: 'hide',
      label: t('columns.hide', { count: columns.length }),
      icon: EyeOff,
      shortcut: 'Mod+0',
      isDisabled: readOnly || columns.length >= shown.length,
      run: () => act(hideColumns(table, columns)),
    },
    {
      id: 'show',
      label: t('columns.showHidden'),
      icon: Eye,
      isDisabled: readOnly,
      run: () => openColumnDialog({ kind: 'hidden' }),
    },
    {
      id: 'moveLeft',
      label: t('columns.moveLeft'),
      icon: ArrowLeft,
      shortcut: 'Alt+Shift+ArrowLeft',
      isDisabled: readOnly || first.id === shown[0]?.id,
      run: () => act(moveColumnsBy(table, columns, -1)),
    },
    {
      id: 'moveRight',
      label: t('columns.moveRight'),
      icon: ArrowRight,
      shortcut: 'Alt+Shift+ArrowRight',
      isDisabled: readOnly || last.id === shown.at(-1)?.id,
      run: () => act(moveColumnsBy(table, columns, 1)),
    },
    {
      id: 'fit',
      label: t('columns.fit'),
      icon: FoldHorizontal,
      isDisabled: readOnly,
      run: () => act(fitColumns(grid, table, columns)),
    },
    { id: 'rule2', rule: true },
    {
      id: 'rename',
      label: t('columns.rename'),
      icon: PencilLine,
      isDisabled: readOnly || !isOne,
      run: () => openColumnDialog({ kind: 'rename', column: first.id }),
    },
    {
      id: 'format',
      label: t('columns.format'),
      icon: Hash,
      shortcut: 'Mod+1',
      isDisabled: readOnly || columns.every(({ type }) => type !== 'number'),
      run: () => openColumnDialog({ kind: 'format', columns: columns.map(({ id }) => id) }),
    },
    {
      id: 'type',
      label: t('columns.changeType'),
      icon: Replace,
      isDisabled: readOnly || !isOne || first.derived !== undefined,
      run: () => openColumnDialog({ kind: 'type', column: first.id }),
    },
    { id: 'rule3', rule: true },
    {
      id: 'insertLeft',
      label: t('columns.insertLeft'),
      icon: ArrowLeftToLine,
      isDisabled: readOnly,
      run: () => insert(first, 'before'),
    },
    {
      id: 'insertRight',
      label: t('columns.insertRight'),
      icon: ArrowRightToLine,
      isDisabled: readOnly,
      run: () => insert(last, 'after'),
    },
    {
      id: 'computed',
      label: t('formula.add'),
      icon: Sigma,
      isDisabled: readOnly,
      run: () => openFormulaDialog({ table: table.id, beside: last.id }),
    },
    ...(isOne && first.formula !== undefined
      ? [
          {
            id: 'formula',
            label: t('formula.change'),
            icon: PencilLine,
            isDisabled: readOnly,
            run: () => openFormulaDialog({ table: table.id, column: first.id }),
          },
        ]
      : []),
    {
      id: 'duplicate',
      label: t('columns.duplicate'),
      icon: Copy,
      isDisabled: readOnly || !isOne,
      run: () => act(duplicateColumn(table, first)),
    },
    {
      id: 'remove',
      label: t('columns.remove', { count: columns.length }),
      icon: Trash2,
      tone: 'danger',
      isDisabled: readOnly || columns.length >= table.columns.length,
      run: () => act(deleteColumns(table, columns)),
    },
    { id: 'rule4', rule: true },
    {
      id: 'origin',
      label: t('columns.origin'),
      icon: FileSearch,
      isDisabled: !isOne,
      run: () => openColumnDialog({ kind: 'origin', column: first.id }),
    },
  ];
}
