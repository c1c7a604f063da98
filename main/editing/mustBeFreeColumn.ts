import type { Draft } from 'immer';
import { Problem } from '../../shared/contract/problem.ts';
import type { Id } from '../../shared/model/ids.ts';
import { columnLabel, type Table } from '../../shared/model/table.ts';
import { mustBeNew } from './find.ts';

/** SQL does not tell cases apart, and what still asks for a removed column must not be answered by another one. */
export function mustBeFreeId(table: Draft<Table>, id: Id): void {
  const taken = [...table.columns.map((column) => column.id), ...Object.keys(table.removed ?? {})];
  mustBeNew(
    taken.map((one) => ({ id: one.toLowerCase() })),
    'column',
    id.toLowerCase(),
  );
}

/** Two columns of one label could not be told apart in a formula or a list. Problem `column.name-taken`. */
export function mustBeFreeLabel(table: Draft<Table>, label: string, except?: Id): void {
  const wanted = label.trim().toLowerCase();
  const other = table.columns.find(
    (column) => column.id !== except && columnLabel(column).trim().toLowerCase() === wanted,
  );
  if (!other) return;
  throw new Problem({
    code: 'column.name-taken',
    message: `"${table.title}" has a column "${columnLabel(other)}" already.`,
    remedy: 'Choose another name.',
    place: { table: table.title, column: columnLabel(other) },
  });
}
