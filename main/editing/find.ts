import type { Draft } from 'immer';
import { Problem } from '../../shared/contract/problem.ts';
import type { Deck, Slide } from '../../shared/model/deck.ts';
import type { Document } from '../../shared/model/document.ts';
import type { Id } from '../../shared/model/ids.ts';
import type { Column, Table } from '../../shared/model/table.ts';
import type { Target } from '../../shared/model/target.ts';
import type { Page, View } from '../../shared/model/view.ts';

// Each finds a part by id, or throws the Problem that names what is missing.

export function findTable(document: Draft<Document>, id: Id): Draft<Table> {
  return found(document.tables, 'table', id);
}
export function findColumn(table: Draft<Table>, id: Id): Draft<Column> {
  const column = table.columns.find((one) => one.id === id);
  if (column) return column;
  throw new Problem({
    code: 'column.missing',
    message: `There is no column ${id} in "${table.title}".`,
    place: { table: table.title },
  });
}
export function findPage(document: Draft<Document>, id: Id): Draft<Page> {
  return found(document.pages, 'page', id);
}
export function findView(document: Draft<Document>, id: Id): Draft<View> {
  return found(document.views, 'view', id);
}
export function findTarget(document: Draft<Document>, id: Id): Draft<Target> {
  return found(document.targets, 'target', id);
}
export function findDeck(document: Draft<Document>, id: Id): Draft<Deck> {
  return found(document.decks, 'deck', id);
}
export function findSlide(deck: Draft<Deck>, id: Id): Draft<Slide> {
  return found(deck.slides, 'slide', id);
}

/** Ids are given by windows: one that is taken already would make two parts one. */
export function mustBeNew(list: readonly { id: Id }[], kind: string, id: Id): void {
  if (!list.some((item) => item.id === id)) return;
  throw new Problem({ code: `${kind}.exists`, message: `There is a ${kind} ${id} already.` });
}

function found<T extends { id: Id }>(list: readonly T[], kind: string, id: Id): T {
  const item = list.find((one) => one.id === id);
  if (item) return item;
  throw new Problem({
    code: `${kind}.missing`,
    message: `There is no ${kind} ${id} in this project.`,
    remedy: 'It may have been removed meanwhile.',
  });
}
