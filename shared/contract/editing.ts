import { z } from 'zod';
import { CommandName } from './commands.ts';
import { call, nothing } from './define.ts';
import { ProjectStatus } from './project.ts';
import { ReplaceArgs, ReplaceOutcome } from './replacing.ts';

/** A step of the history. Together they are a tree: an edit after an undo begins a branch, and what was undone stays. */
const HistoryStep = z.object({
  sequence: z.number().int(),
  /** The step after which it was done; 0 is the project as it was opened. */
  parent: z.number().int(),
  label: z.string(),
  /** ISO 8601. */
  time: z.string(),
  /** A selection: undone like the others, but no change of the project. */
  passing: z.boolean(),
});
export type HistoryStep = z.infer<typeof HistoryStep>;

const EditHistory = z.object({
  /** Every step, in the order in which it was done. */
  steps: z.array(HistoryStep),
  /** The line that undo and redo walk, oldest first. */
  line: z.array(z.number().int()),
  /** The step after which the project stands. */
  at: z.number().int(),
  /** The step that the saved file holds. */
  saved: z.number().int(),
});
export type EditHistory = z.infer<typeof EditHistory>;

export const editingCalls = {
  /** Runs a command; answered when it is on disk. `rows` are the ids of rows that it made. */
  'edit.run': call(
    z.strictObject({ command: CommandName, args: z.unknown() }),
    z.object({ status: ProjectStatus, rows: z.array(z.number()) }),
  ),
  /** What `replaceInCells` would do, nothing changed. A regular expression that is wrong is the Problem `find.bad-pattern`. */
  'edit.tryReplace': call(ReplaceArgs, ReplaceOutcome),
  'edit.undo': call(nothing, ProjectStatus),
  'edit.redo': call(nothing, ProjectStatus),
  /** Goes to a step of any branch of the history; 0 is the project as it was opened. */
  'edit.goTo': call(z.strictObject({ step: z.number().int().min(0) }), ProjectStatus),
  'edit.history': call(nothing, EditHistory),
};
