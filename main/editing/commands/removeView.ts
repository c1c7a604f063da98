import { defineCommand } from '../command.ts';
import { findView } from '../find.ts';
import { removeViews } from '../removeReferences.ts';

export const removeView = defineCommand({
  name: 'removeView',
  apply({ document }, { view: id }) {
    const label = `Remove view "${findView(document, id).title}"`;
    removeViews(document, new Set([id]));
    return { label };
  },
});
