import type { Draft } from 'immer';
import type { Document } from '../../shared/model/document.ts';
import type { Id } from '../../shared/model/ids.ts';
import { removeItems } from './removeItems.ts';

/** Takes views out of the project and off pages and selections; slides that show one keep their text. */
export function removeViews(document: Draft<Document>, gone: ReadonlySet<Id>): void {
  removeItems(document.views, ({ id }) => gone.has(id));
  for (const page of document.pages) {
    removeItems(page.tiles, (id) => gone.has(id));
    removeItems(page.layout, ({ view }) => gone.has(view));
    removeItems(page.selection, ({ view }) => gone.has(view));
  }
  for (const deck of document.decks) {
    for (const slide of deck.slides) if (slide.view !== undefined && gone.has(slide.view)) delete slide.view;
  }
}
