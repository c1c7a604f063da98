import { assignChange } from '../assignChange.ts';
import { defineCommand } from '../command.ts';
import { findPage } from '../find.ts';

export const updatePage = defineCommand({
  name: 'updatePage',
  apply({ document }, { page: id, change }) {
    const page = findPage(document, id);
    assignChange(page, change);
    return { label: `Change page "${page.title}"` };
  },
});
