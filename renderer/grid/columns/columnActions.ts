import { columnLayout, shownColumns } from '../../../shared/model/columnLayout.ts';
import { dependentsOf } from '../../../shared/model/dependents.ts';
import { findById } from '../../../shared/model/document.ts';
import { type Column, columnLabel, type Table } from '../../../shared/model/table.ts';
import { newId } from '../../app/newId.ts';
import { run, useProject } from '../../app/projectStore.ts';
import { askAboutDependents, tellBlocking } from '../../dependents/askAboutDependents.ts';
import { t } from '../../i18n/index.ts';

// What the menus, keys and heads do with columns: each is one command, one step to undo.

export async function hideColumns(table: Table, columns: readonly Column[]): Promise<void> {
  const { hidden } = columnLayout(table);
  const next = [...new Set([...hidden, ...columns.map(({ id }) => id)])];
  if (next.length >= table.columns.length) return;
  await run('layOutColumns', { table: table.id, change: { hidden: next } });
}

export async function showColumns(table: Table, columns: readonly Column[]): Promise<void> {
  const back = new Set(columns.map(({ id }) => id));
  const hidden = columnLayout(table).hidden.filter((id) => !back.has(id));
  await run('layOutColumns', { table: table.id, change: { hidden } });
}

/** Up to a column, itself included; to none of them where nothing is named. */
export async function freezeColumns(table: Table, last: Column | null): Promise<void> {
  const frozen = last ? shownColumns(table).findIndex(({ id }) => id === last.id) + 1 : 0;
  await run('layOutColumns', { table: table.id, change: { frozen } });
}

/** One place to the left or right among the shown columns. */
export async function moveColumnsBy(table: Table, columns: readonly Column[], by: 1 | -1): Promise<void> {
  const shown = shownColumns(table).map(({ id }) => id);
  const moved = columns.map(({ id }) => id);
  const places = moved.map((id) => shown.indexOf(id));
  const at = by < 0 ? Math.min(...places) - 1 : Math.max(...places) + 2;
  if (at < 0 || (by > 0 && at > shown.length)) return;
  await moveColumnsTo(table, columns, shown[at] ?? null);
}

/** Before a shown column, or after the last of them. */
export async function moveColumnsTo(
  table: Table,
  columns: readonly Column[],
  before: string | null,
): Promise<void> {
  await run('moveColumns', { table: table.id, columns: columns.map(({ id }) => id), before });
}

export async function duplicateColumn(table: Table, column: Column): Promise<void> {
  const taken = new Set(table.columns.map((one) => columnLabel(one).toLowerCase()));
  let label = t('columns.copyOf', { name: columnLabel(column) });
  for (let n = 2; taken.has(label.toLowerCase()); n++) {
    label = `${t('columns.copyOf', { name: columnLabel(column) })} ${n}`;
  }
  await run('duplicateColumn', { table: table.id, column: column.id, as: newId('column'), label });
}

/** Takes columns out of the table; asked about first where something counts on one of them. */
export async function deleteColumns(table: Table, columns: readonly Column[]): Promise<void> {
  const { document } = useProject.getState();
  const [first] = columns;
  if (!document || !first || !findById(document.tables, table.id)) return;
  const users = columns.flatMap(({ id }) => dependentsOf(document, { kind: 'column', table: table.id, id }));
  const merged = new Map(users.map((user) => [`${user.kind} ${user.place?.id ?? ''} ${user.id}`, user]));
  const title =
    columns.length === 1
      ? t('columns.dependents.removeColumn', { column: columnLabel(first) })
      : t('columns.dependents.removeColumns', { count: columns.length });
  const blocking = [...merged.values()].filter(
    ({ kind, id }) => kind === 'column' && !columns.some((column) => column.id === id),
  );
  if (blocking.length > 0) {
    await tellBlocking(blocking, { title, text: t('columns.dependents.columnBlocked') });
    return;
  }
  const rest = [...merged.values()].filter(({ kind }) => kind !== 'column');
  const goes = await askAboutDependents(rest, {
    title,
    text: t('columns.dependents.columnText'),
    confirm: t('columns.dependents.delete'),
  });
  if (goes) await run('removeColumns', { table: table.id, columns: columns.map(({ id }) => id) });
}
