import { z } from 'zod';
import { Document } from '../model/document.ts';
import { call, nothing } from './define.ts';

/** What the window must know about the open project. `sequence` counts committed commands. */
export const ProjectStatus = z.object({
  open: z.boolean(),
  /** Absolute path; absent until first saved (a sample, a new project). */
  path: z.string().optional(),
  title: z.string(),
  sequence: z.number().int(),
  dirty: z.boolean(),
  /** Changes since the last save. */
  changes: z.number().int(),
  readOnly: z.string().optional(),
  undo: z.string().optional(),
  redo: z.string().optional(),
  /** Edits that came back from the journal when it was opened. */
  recovered: z.number().int(),
  /** Why not all of them came back, where that is so. */
  recoveryNote: z.string().optional(),
});
export type ProjectStatus = z.infer<typeof ProjectStatus>;

const Snapshot = z.object({ status: ProjectStatus, document: Document.nullable() });
export type Snapshot = z.infer<typeof Snapshot>;

/** An immer patch. */
export const Patch = z.object({
  op: z.enum(['replace', 'remove', 'add']),
  path: z.array(z.union([z.string(), z.number()])),
  value: z.unknown().optional(),
});
export type Patch = z.infer<typeof Patch>;

export const projectCalls = {
  'project.snapshot': call(nothing, Snapshot),
  'project.create': call(z.strictObject({ title: z.string().optional() }), Snapshot),
  /** `discard` gives up what is not saved of the open project, once the file is loaded: one that cannot be read leaves it open. */
  'project.open': call(z.strictObject({ path: z.string(), discard: z.boolean().optional() }), Snapshot),
  /** A copy of the sample project, not yet saved anywhere. */
  'project.openSample': call(nothing, Snapshot),
  /** Saves to its own path, or to `path` from now on. `overwrite` is asked for when another program changed the file meanwhile. */
  'project.save': call(
    z.strictObject({ path: z.string().optional(), overwrite: z.boolean().optional() }),
    ProjectStatus,
  ),
  /** Closes. `discard` throws the changes since the last save away; without it a dirty project answers `project.unsaved`. */
  'project.close': call(z.strictObject({ discard: z.boolean() }), ProjectStatus),
  /** Projects with committed changes that no save has taken, from a run that ended badly. */
  'project.recoverable': call(
    nothing,
    z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        path: z.string().optional(),
        changes: z.number(),
        at: z.string(),
      }),
    ),
  ),
  'project.recover': call(z.strictObject({ id: z.string(), discard: z.boolean().optional() }), Snapshot),
  'project.forget': call(z.strictObject({ id: z.string() }), nothing),
};

export const projectEvents = {
  /** The document changed: apply the patches. `tables` whose rows changed have a new revision in the patches. */
  'project.changed': z.object({ status: ProjectStatus, patches: z.array(Patch) }),
  /** Another project is open, or none: ask for a snapshot. */
  'project.replaced': z.object({ status: ProjectStatus }),
  'project.status': z.object({ status: ProjectStatus }),
};
