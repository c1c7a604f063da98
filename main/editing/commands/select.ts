import { defineCommand } from '../command.ts';
import { findPage } from '../find.ts';

/** The selection of a page. A step of its own kind: undone like others, but no change of the project. */
export const select = defineCommand({
  name: 'select',
  passing: true,
  apply({ document }, { page, selection }) {
    findPage(document, page).selection = selection;
    return { label: selection.length > 0 ? 'Select' : 'Clear selection' };
  },
});
