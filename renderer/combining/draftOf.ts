import type { Table } from '../../shared/model/table.ts';
import { type Draft, firstDraft } from './combination.ts';

/** The window as it stood when a table was made in it. Null where its tables are gone, or where its recipe is more than the window can show. */
export function draftOf(made: Table, tables: readonly Table[]): Draft | null {
  const { builtFrom } = made;
  if (!builtFrom || builtFrom.tables.some((id) => !tables.some((table) => table.id === id))) return null;
  const [first, second, ...more] = builtFrom.recipe;
  const filter = first?.step === 'filterRows' ? first : null;
  const step = filter ? second : first;
  if (!step || more.length > 0 || (second && !filter)) return null;
  const left = builtFrom.tables.find((id) => step.step !== 'lookup' || id !== step.table);
  const draft = firstDraft(tables, left ?? builtFrom.tables[0]);
  if (!draft) return null;
  switch (step.step) {
    case 'lookup': {
      if (filter || step.columns.some(({ name }) => name !== undefined)) return null;
      const { table, keys, columns, vintage, loose } = step;
      return {
        ...draft,
        kind: 'lookup',
        lookup: {
          left: draft.lookup.left,
          right: table,
          keys: keys.map((key) => ({
            left: columnIdOf(tables, draft.lookup.left, key.left),
            right: key.right,
          })),
          columns: columns.map(({ column }) => column),
          release: vintage ?? null,
          loose,
        },
      };
    }
    case 'appendTables':
      if (filter) return null;
      return {
        ...draft,
        kind: 'append',
        append: { tables: step.tables, tableColumn: step.tableColumn ?? null },
      };
    case 'aggregate': {
      const id = (name: string) => columnIdOf(tables, draft.aggregate.table, name);
      return {
        ...draft,
        kind: 'aggregate',
        aggregate: {
          table: draft.aggregate.table,
          keys: step.keys.map(({ column, level = 'asIs' }) => ({ column: id(column), level })),
          values: step.values.map(({ column, how, name }) => ({ column: id(column), how, name })),
          release: step.vintage,
          filter: filter && { ...filter, column: id(filter.column) },
        },
      };
    }
    default:
      return null;
  }
}

/** Steps name columns by name or id, the window by id. */
function columnIdOf(tables: readonly Table[], table: string, name: string): string {
  const columns = tables.find(({ id }) => id === table)?.columns ?? [];
  return (columns.find((one) => one.name === name) ?? columns.find((one) => one.id === name))?.id ?? name;
}
