import { defineCommand } from '../command.ts';
import { findTarget } from '../find.ts';
import { removeItems } from '../removeItems.ts';

export const removeTarget = defineCommand({
  name: 'removeTarget',
  apply({ document }, { target: id }) {
    const label = `Remove target "${findTarget(document, id).title}"`;
    removeItems(document.targets, (target) => target.id === id);
    return { label };
  },
});
