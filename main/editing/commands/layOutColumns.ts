import type { Draft } from 'immer';
import { type ColumnLayout, columnLayout } from '../../../shared/model/columnLayout.ts';
import type { Id } from '../../../shared/model/ids.ts';
import { columnLabel, type Table } from '../../../shared/model/table.ts';
import { assignChange } from '../assignChange.ts';
import { defineCommand } from '../command.ts';
import { findColumn, findTable } from '../find.ts';

export const layOutColumns = defineCommand({
  name: 'layOutColumns',
  apply({ document }, { table: id, change }) {
    const table = findTable(document, id);
    for (const column of [...(change.hidden ?? []), ...Object.keys(change.widths ?? {})]) {
      findColumn(table, column);
    }
    const before = columnLayout(table);
    const label = words(table, before, change);
    const layout = { ...before };
    assignChange(layout, change);
    table.layout = layout;
    return { label };
  },
});

type Change = { [K in keyof ColumnLayout]?: ColumnLayout[K] | undefined };

function words(table: Draft<Table>, before: ColumnLayout, change: Change): string {
  const { hidden, widths, frozen } = change;
  if (hidden) {
    const now = hidden.filter((id) => !before.hidden.includes(id));
    const back = before.hidden.filter((id) => !hidden.includes(id));
    return now.length > 0 ? `Hide ${named(table, now)}` : `Show ${named(table, back)}`;
  }
  if (frozen !== undefined) return frozen > 0 ? `Freeze ${counted(frozen)}` : 'Unfreeze columns';
  const resized = Object.keys(widths ?? {}).filter((id) => widths?.[id] !== before.widths[id]);
  return `Set the width of ${named(table, resized)}`;
}

function named(table: Draft<Table>, ids: readonly Id[]): string {
  const [first] = ids;
  const column = ids.length === 1 && table.columns.find(({ id }) => id === first);
  return column ? `column "${columnLabel(column)}"` : counted(ids.length);
}

function counted(count: number): string {
  return count === 1 ? 'a column' : `${count} columns`;
}
