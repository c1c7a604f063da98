import { defineCommand } from '../command.ts';
import { findPage, findTable, mustBeNew } from '../find.ts';

/** Where a page puts a new view: half its width, nine rows high, under what is there. */
const WIDTH = 6;
const HEIGHT = 9;

/** Adds a view and, where a page is named, places it: single figures among the tiles, others below everything. */
export const addView = defineCommand({
  name: 'addView',
  apply({ document }, { view, page: pageId }) {
    mustBeNew(document.views, 'view', view.id);
    findTable(document, view.query.table);
    document.views.push(view);
    if (pageId !== undefined) {
      const page = findPage(document, pageId);
      if (view.kind === 'tile') page.tiles.push(view.id);
      else {
        const y = Math.max(0, ...page.layout.map((place) => place.y + place.h));
        page.layout.push({ view: view.id, x: 0, y, w: WIDTH, h: HEIGHT });
      }
    }
    return { label: `Add view "${view.title}"` };
  },
});
