import type { Table } from '../../../shared/model/table.ts';
import { AddColumnDialog } from './AddColumnDialog.tsx';
import { ColumnOriginDialog } from './ColumnOriginDialog.tsx';
import { ColumnTypeDialog } from './ColumnTypeDialog.tsx';
import { openColumnDialog, useColumnDialog } from './columnDialogs.ts';
import { FormatColumnsDialog } from './FormatColumnsDialog.tsx';
import { HiddenColumnsDialog } from './HiddenColumnsDialog.tsx';
import { RenameColumnDialog } from './RenameColumnDialog.tsx';

/** The dialog over the columns of the open table, if any. `onClosed` gives the grid its keyboard back. */
export function ColumnDialogs({ table, onClosed }: { table: Table; onClosed: () => void }) {
  const { open } = useColumnDialog();
  if (!open) return null;
  const onClose = () => {
    openColumnDialog(null);
    onClosed();
  };
  if (open.kind === 'add') return <AddColumnDialog table={table} beside={open.beside} onClose={onClose} />;
  if (open.kind === 'hidden') return <HiddenColumnsDialog table={table} onClose={onClose} />;
  const ids = open.kind === 'format' ? open.columns : [open.column];
  const columns = table.columns.filter(({ id }) => ids.includes(id));
  const [column] = columns;
  // Undone or removed meanwhile.
  if (!column) return null;
  switch (open.kind) {
    case 'format':
      return <FormatColumnsDialog table={table} columns={columns} onClose={onClose} />;
    case 'rename':
      return <RenameColumnDialog table={table} column={column} onClose={onClose} />;
    case 'origin':
      return <ColumnOriginDialog table={table} column={column} onClose={onClose} />;
    case 'type':
      return <ColumnTypeDialog table={table} column={column} asked={open.type} onClose={onClose} />;
  }
}
