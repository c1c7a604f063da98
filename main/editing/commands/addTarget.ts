import { defineCommand } from '../command.ts';
import { mustBeNew } from '../find.ts';

export const addTarget = defineCommand({
  name: 'addTarget',
  apply({ document }, { target }) {
    mustBeNew(document.targets, 'target', target.id);
    document.targets.push(target);
    return { label: `Add target "${target.title}"` };
  },
});
