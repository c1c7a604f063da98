import { defineCommand } from '../command.ts';
import { mustBeNew } from '../find.ts';

export const addPage = defineCommand({
  name: 'addPage',
  apply({ document }, { page }) {
    mustBeNew(document.pages, 'page', page.id);
    document.pages.push(page);
    return { label: `Add page "${page.title}"` };
  },
});
