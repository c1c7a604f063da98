import { assignChange } from '../assignChange.ts';
import { defineCommand } from '../command.ts';

export const updateProject = defineCommand({
  name: 'updateProject',
  apply({ document }, { change }) {
    assignChange(document, change);
    return { label: 'Change project' };
  },
});
