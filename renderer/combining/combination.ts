import type { AggregateLevel, HowToAggregate } from '../../shared/model/combineSteps.ts';
import type { Recipe, Step } from '../../shared/model/recipe.ts';
import { type Column, columnLabel, type Table } from '../../shared/model/table.ts';
import { hasVintages, keyColumns } from '../../shared/views/vintageSql.ts';

export type Kind = 'lookup' | 'append' | 'aggregate';
export type Release = 'latest' | 'first';
export type FilterRows = Extract<Step, { step: 'filterRows' }>;

/** What is set in the window, for each of the three ways: turning to another one loses nothing. */
export interface Draft {
  kind: Kind;
  lookup: {
    left: string;
    right: string | null;
    keys: readonly { left: string; right: string }[];
    columns: readonly string[];
    release: Release | null;
    loose: boolean;
  };
  append: { tables: readonly string[]; tableColumn: string | null };
  aggregate: {
    table: string;
    keys: readonly { column: string; level: AggregateLevel }[];
    values: readonly { column: string; how: HowToAggregate; name?: string | undefined }[];
    release: Release;
    /** Only these rows are gathered. Columns by id, codes as they are stored. */
    filter: FilterRows | null;
  };
}

export interface Combination {
  tables: string[];
  recipe: Recipe;
}

/** The steps of what is set; null while something is missing. */
export function combinationOf(draft: Draft): Combination | null {
  switch (draft.kind) {
    case 'lookup': {
      const { left, right, keys, columns, release, loose } = draft.lookup;
      if (right === null || keys.length === 0 || columns.length === 0) return null;
      return {
        tables: [...new Set([left, right])],
        recipe: [
          {
            step: 'lookup',
            table: right,
            keys: keys.map((key) => ({ ...key })),
            columns: columns.map((column) => ({ column })),
            ...(release && { vintage: release }),
            loose,
          },
        ],
      };
    }
    case 'append': {
      const { tables, tableColumn } = draft.append;
      if (tables.length < 2) return null;
      return {
        tables: [...tables],
        recipe: [{ step: 'appendTables', tables: [...tables], ...(tableColumn && { tableColumn }) }],
      };
    }
    case 'aggregate': {
      const { table, keys, values, release, filter } = draft.aggregate;
      if (values.length === 0) return null;
      return {
        tables: [table],
        recipe: [
          ...(filter ? [filter] : []),
          {
            step: 'aggregate',
            keys: keys.map(({ column, level }) => ({ column, ...(level !== 'asIs' && { level }) })),
            values: values.map(({ name, ...value }) => ({ ...value, ...(name !== undefined && { name }) })),
            vintage: release,
          },
        ],
      };
    }
  }
}

/** The window as it opens on a table. */
export function firstDraft(tables: readonly Table[], asked: string | undefined): Draft | null {
  const left = tables.find(({ id }) => id === asked) ?? tables[0];
  if (!left) return null;
  return {
    kind: tables.length > 1 ? 'lookup' : 'aggregate',
    lookup: { left: left.id, right: null, keys: [], columns: [], release: null, loose: false },
    append: { tables: [left.id], tableColumn: 'table' },
    aggregate: aggregateDraft(left),
  };
}

/** Everything that a figure's key names, and the first figure in the way that suits it. */
export function aggregateDraft(table: Table): Draft['aggregate'] {
  const measure = table.columns.find(({ role, type }) => role === 'measure' && type === 'number');
  return {
    table: table.id,
    keys: keyColumns(table).map(({ id }) => ({ column: id, level: 'asIs' })),
    values: measure ? [{ column: measure.id, how: suits(measure) }] : [],
    release: 'latest',
    filter: null,
  };
}

export function suits({ nature, type }: Column): HowToAggregate {
  if (type !== 'number') return 'count';
  if (nature === 'stock' || nature === 'cumulative') return 'last';
  return nature === 'rate' || nature === 'target' ? 'mean' : 'sum';
}

/** What a lookup brings unless told otherwise: all that says something of the key, without who printed it and when. */
export function columnsToBring(table: Table, keys: readonly { right: string }[]): string[] {
  const rest = bringable(table, keys);
  const telling = rest.filter(({ role }) => !['source', 'status', 'vintage'].includes(role));
  return (telling.length > 0 ? telling : rest).slice(0, 8).map(({ id }) => id);
}

/** Every column but the keys; of those the ones that have display names, which are what is brought. */
export function bringable(table: Table, keys: readonly { right: string }[]): Column[] {
  const inKey = new Set(keys.map(({ right }) => right));
  return table.columns.filter(({ id, labels }) => !inKey.has(id) || labels !== undefined);
}

/** The one that the right table needs: none where it has no releases. */
export function releaseOf(table: Table): Release | null {
  return hasVintages(table) ? 'latest' : null;
}

/** A name for the result. */
export function titleOf(draft: Draft, tables: readonly Table[]): string {
  const title = (id: string | null) => tables.find((table) => table.id === id)?.title ?? '';
  switch (draft.kind) {
    case 'lookup':
      return [title(draft.lookup.left), title(draft.lookup.right)].filter(Boolean).join(' with ');
    case 'append':
      return draft.append.tables.map(title).join(' and ');
    case 'aggregate': {
      const { table: id, keys } = draft.aggregate;
      const table = tables.find((one) => one.id === id);
      const names = keys.map(({ column }) => {
        const found = table?.columns.find((one) => one.id === column);
        return found ? columnLabel(found).toLowerCase() : column;
      });
      return names.length > 0 ? `${title(id)} by ${names.join(', ')}` : `${title(id)} in all`;
    }
  }
}
