import { Problem } from '../contract/problem.ts';
import { computedColumns } from '../formulas/computedColumns.ts';
import type { QuerySpec } from '../views/query.ts';
import type { Document } from './document.ts';
import { findById } from './document.ts';
import type { Id } from './ids.ts';
import { columnLabel, type Table } from './table.ts';

/** What is about to change or go. A measure is a column. */
export type Subject =
  | { kind: 'table'; id: Id }
  | { kind: 'column'; table: Id; id: Id }
  | { kind: 'view'; id: Id };

/** A part of the project that counts on another one. */
export interface Dependent {
  kind: 'view' | 'selection' | 'target' | 'slide' | 'table' | 'column' | 'page';
  id: Id;
  title: string;
  /** The page or deck where it stands. */
  place?: { kind: 'page' | 'deck' | 'table'; id: Id; title: string };
  /** What it takes the subject for. */
  uses: readonly Use[];
}
export type Use =
  | 'measure'
  | 'key'
  | 'filter'
  | 'events'
  | 'figure'
  | 'shown'
  | 'rows'
  | 'formula'
  | 'selected';

/** Everything that counts on a table, a column or a view, itself not included. In the order of the navigator. */
export function dependentsOf(document: Document, subject: Subject): Dependent[] {
  const column = subject.kind === 'column' ? subject : undefined;
  const table = subject.kind === 'view' ? undefined : (column?.table ?? subject.id);
  const found: Dependent[] = [];
  const note = (dependent: Omit<Dependent, 'uses'>, uses: readonly Use[]) => {
    if (uses.length > 0) found.push({ ...dependent, uses: [...new Set(uses)] });
  };

  if (table !== undefined)
    for (const one of formulasOver(document, table, column?.id)) note(one, ['formula']);
  for (const other of document.tables) {
    const { id, title } = other;
    if (table !== undefined && id !== table && other.builtFrom?.tables.includes(table)) {
      note({ kind: 'table', id, title }, column && !mentions(document, other, column) ? [] : ['rows']);
    }
  }
  for (const view of document.views) {
    const uses = subject.kind === 'view' ? [] : usesOfQuery(view.query, subject);
    const events: Use[] = subject.kind === 'table' && view.options.events?.table === table ? ['events'] : [];
    const page = document.pages.find(
      ({ tiles, layout }) => tiles.includes(view.id) || layout.some((cell) => cell.view === view.id),
    );
    note(
      {
        kind: 'view',
        id: view.id,
        title: view.title,
        ...(page && { place: { kind: 'page', id: page.id, title: page.title } }),
      },
      [...uses, ...events],
    );
  }
  for (const page of document.pages) {
    const shows =
      subject.kind === 'view' &&
      (page.tiles.includes(subject.id) || page.layout.some(({ view }) => view === subject.id));
    note({ kind: 'page', id: page.id, title: page.title }, shows ? ['shown'] : []);
    const selected = page.selection.some((clause) =>
      subject.kind === 'view'
        ? clause.view === subject.id
        : clause.table === table && (!column || clause.column === column.id),
    );
    note({ kind: 'selection', id: page.id, title: page.title }, selected ? ['selected'] : []);
  }
  for (const target of document.targets) {
    const parts = [target, target.printed, target.outcome].filter((part) => part !== undefined);
    const uses = parts.flatMap((part): Use[] => {
      if (table === undefined || part.table !== table) return [];
      if (!column) return ['measure'];
      return [
        ...(part.measure === column.id ? (['measure'] as const) : []),
        ...(part.where.some((filter) => filter.column === column.id) ? (['filter'] as const) : []),
      ];
    });
    note({ kind: 'target', id: target.id, title: target.title }, uses);
  }
  for (const deck of document.decks) {
    for (const slide of deck.slides) {
      const figures = Object.values(slide.figures).flatMap((figure) =>
        subject.kind !== 'view' && 'query' in figure && usesOfQuery(figure.query, subject).length > 0
          ? (['figure'] as const)
          : [],
      );
      const shown: Use[] = subject.kind === 'view' && slide.view === subject.id ? ['shown'] : [];
      note(
        {
          kind: 'slide',
          id: slide.id,
          title: slide.title,
          place: { kind: 'deck', id: deck.id, title: deck.title },
        },
        [...shown, ...figures],
      );
    }
  }
  return found;
}

function usesOfQuery(query: QuerySpec, subject: Exclude<Subject, { kind: 'view' }>): Use[] {
  if (subject.kind === 'table') return query.table === subject.id ? ['measure'] : [];
  if (query.table !== subject.table) return [];
  return [
    ...(query.measure.column === subject.id ? (['measure'] as const) : []),
    ...(query.keys.some(({ column }) => column === subject.id) ? (['key'] as const) : []),
    ...(query.where.some(({ column }) => column === subject.id) ? (['filter'] as const) : []),
  ];
}

/**
 * Whether a built table takes the column: a table that it begins with brings all of them, unless they are summed up; else the steps name it,
 * by id or by a name that it has.
 */
function mentions(document: Document, { builtFrom }: Table, { table, id }: { table: Id; id: Id }): boolean {
  if (!builtFrom) return false;
  const { recipe, tables } = builtFrom;
  const begins =
    tables[0] === table || recipe.some((step) => step.step === 'appendTables' && step.tables.includes(table));
  if (begins && !recipe.some(({ step }) => step === 'aggregate')) return true;
  const column = findById(document.tables, table)?.columns.find((one) => one.id === id);
  const names = new Set([id, ...(column ? [column.name, columnLabel(column)] : [])]);
  const texts: string[] = [];
  const walk = (value: unknown) => {
    if (typeof value === 'string') texts.push(value);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk);
  };
  walk(recipe);
  return texts.some((text) => names.has(text) || [...names].some((name) => text.includes(`[${name}]`)));
}

/** Columns that formulas make of a column, or of another table. */
function formulasOver(document: Document, table: Id, column: Id | undefined): Omit<Dependent, 'uses'>[] {
  return computed(document)
    .filter(
      (one) =>
        (column !== undefined || one.table.id !== table) &&
        one.uses.some(
          (used) => used.table.id === table && (column === undefined || used.column.id === column),
        ),
    )
    .map((one) => ({
      kind: 'column',
      id: one.column.id,
      title: columnLabel(one.column),
      place: { kind: 'table', id: one.table.id, title: one.table.title },
    }));
}

/** Without those of a project whose formulas cannot be read: that is told where they are worked out. */
function computed(document: Document): ReturnType<typeof computedColumns> {
  try {
    return computedColumns(document);
  } catch (error) {
    if (error instanceof Problem) return [];
    throw error;
  }
}
