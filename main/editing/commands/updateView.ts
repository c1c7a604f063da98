import { assignChange } from '../assignChange.ts';
import { defineCommand } from '../command.ts';
import { findTable, findView } from '../find.ts';

export const updateView = defineCommand({
  name: 'updateView',
  apply({ document }, { view: id, change }) {
    const view = findView(document, id);
    if (change.query) findTable(document, change.query.table);
    assignChange(view, change);
    return { label: `Change view "${view.title}"` };
  },
});
