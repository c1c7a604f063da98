import { Columns3, EyeOff, FoldHorizontal, Hash, PanelLeft, Plus, Trash2 } from 'lucide-react';
import { columnLayout } from '../../../shared/model/columnLayout.ts';
import type { Column, Table } from '../../../shared/model/table.ts';
import { type Command, registerCommand } from '../../app/commands/registry.ts';
import { t } from '../../i18n/index.ts';
import type { TableGrid } from '../tableGrid.ts';
import { deleteColumns, freezeColumns, hideColumns, moveColumnsBy } from './columnActions.ts';
import { openColumnDialog } from './columnDialogs.ts';
import { fitColumns } from './fitColumns.ts';
import { selectedColumns } from './selectedColumns.ts';

/** The commands over the selected columns of an open table, in the menus, the palette and on keys while it is open. */
export function columnCommands(grid: TableGrid, table: Table): () => void {
  const { readOnly } = grid.actions;
  const enabled = () => !readOnly && selectedColumns(grid).length > 0;
  const one = () => enabled() && selectedColumns(grid).length === 1;
  const of = (work: (columns: Column[]) => unknown) => () => work(selectedColumns(grid));
  const ofOne = (work: (column: Column) => unknown) => () => {
    const [column] = selectedColumns(grid);
    return column && work(column);
  };
  const commands: Omit<Command, 'menu' | 'group'>[] = [
    {
      id: 'grid.addColumn',
      label: t('columns.command.add'),
      icon: Plus,
      enabled: () => !readOnly,
      run: of((columns) => {
        const last = columns.at(-1);
        openColumnDialog({ kind: 'add', ...(last && { beside: { column: last.id, side: 'after' } }) });
      }),
    },
    {
      id: 'grid.formatColumns',
      label: t('columns.command.format'),
      icon: Hash,
      shortcut: 'Mod+1',
      enabled,
      run: of((columns) => openColumnDialog({ kind: 'format', columns: columns.map(({ id }) => id) })),
    },
    {
      id: 'grid.renameColumn',
      label: t('columns.command.rename'),
      enabled: one,
      run: ofOne(({ id }) => openColumnDialog({ kind: 'rename', column: id })),
    },
    {
      id: 'grid.columnType',
      label: t('columns.command.type'),
      enabled: one,
      run: ofOne(({ id }) => openColumnDialog({ kind: 'type', column: id })),
    },
    {
      id: 'grid.hideColumns',
      label: t('columns.command.hide'),
      icon: EyeOff,
      shortcut: 'Mod+0',
      enabled,
      run: of((columns) => hideColumns(table, columns)),
    },
    {
      id: 'grid.showColumns',
      label: t('columns.command.show'),
      icon: Columns3,
      shortcut: 'Mod+Shift+0',
      enabled: () => !readOnly,
      run: () => openColumnDialog({ kind: 'hidden' }),
    },
    {
      id: 'grid.freezeColumns',
      label: t('columns.command.freeze'),
      icon: PanelLeft,
      enabled,
      checked: () => columnLayout(table).frozen > 0,
      run: of((columns) =>
        freezeColumns(table, columnLayout(table).frozen > 0 ? null : (columns.at(-1) ?? null)),
      ),
    },
    {
      id: 'grid.fitColumns',
      label: t('columns.command.fit'),
      icon: FoldHorizontal,
      enabled,
      run: of((columns) => fitColumns(grid, table, columns)),
    },
    {
      id: 'grid.moveColumnsLeft',
      label: t('columns.command.moveLeft'),
      shortcut: 'Alt+Shift+ArrowLeft',
      enabled,
      run: of((columns) => moveColumnsBy(table, columns, -1)),
    },
    {
      id: 'grid.moveColumnsRight',
      label: t('columns.command.moveRight'),
      shortcut: 'Alt+Shift+ArrowRight',
      enabled,
      run: of((columns) => moveColumnsBy(table, columns, 1)),
    },
    {
      id: 'grid.removeColumns',
      label: t('columns.command.remove'),
      icon: Trash2,
      enabled,
      run: of((columns) => deleteColumns(table, columns)),
    },
  ];
  const stops = commands.map((command) => registerCommand({ ...command, menu: 'data', group: 25 }));
  return () => {
    for (const stop of stops) stop();
  };
}
