import type { Document } from '../../shared/model/document.ts';
import type { Place } from './navigation.ts';

/** Where a project opens: its first page, else its first table, else the empty workbench. */
export function homePlace(document: Document | null): Place {
  const page = document?.pages[0];
  if (page) return { kind: 'page', id: page.id };
  const table = document?.tables[0];
  if (table) return { kind: 'table', id: table.id };
  return { kind: 'start' };
}

/** Whether what a place shows is still in the project. */
export function placeExists(document: Document | null, place: Place): boolean {
  if (place.kind === 'start' || place.kind === 'import' || place.kind === 'importMany') return true;
  if (!document) return false;
  if (place.kind === 'combine') return true;
  if (place.kind === 'refresh') return document.tables.some(({ id }) => id === place.table);
  const lists = {
    page: document.pages,
    table: document.tables,
    target: document.targets,
    deck: document.decks,
    source: document.sources,
  };
  return lists[place.kind].some(({ id }) => id === place.id);
}
