import { z } from 'zod';
import { CommandName } from './commands.ts';
import { call, nothing } from './define.ts';
import { ProjectStatus } from './project.ts';

export const editingCalls = {
  /** Runs a command; answered when it is on disk. `rows` are the ids of rows that it made. */
  'edit.run': call(
    z.strictObject({ command: CommandName, args: z.unknown() }),
    z.object({ status: ProjectStatus, rows: z.array(z.number()) }),
  ),
  'edit.undo': call(nothing, ProjectStatus),
  'edit.redo': call(nothing, ProjectStatus),
  /** The undo list, oldest first; `at` is the number of steps that are applied. */
  'edit.history': call(
    nothing,
    z.object({ steps: z.array(z.object({ sequence: z.number(), label: z.string() })), at: z.number() }),
  ),
};
