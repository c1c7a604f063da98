import { defineCommand } from '../command.ts';
import { findPage } from '../find.ts';
import { removeItems } from '../removeItems.ts';

export const removePage = defineCommand({
  name: 'removePage',
  apply({ document }, { page: id }) {
    const label = `Remove page "${findPage(document, id).title}"`;
    removeItems(document.pages, (page) => page.id === id);
    return { label };
  },
});
