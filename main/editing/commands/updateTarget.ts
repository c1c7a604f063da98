import { assignChange } from '../assignChange.ts';
import { defineCommand } from '../command.ts';
import { findTarget } from '../find.ts';

export const updateTarget = defineCommand({
  name: 'updateTarget',
  apply({ document }, { target: id, change }) {
    const target = findTarget(document, id);
    assignChange(target, change);
    return { label: `Change target "${target.title}"` };
  },
});
