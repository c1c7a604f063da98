import { z } from 'zod';
import { Id } from '../model/ids.ts';
import { Recipe } from '../model/recipe.ts';
import { Column } from '../model/table.ts';
import { call, nothing } from './define.ts';
import { ImportNote } from './importing.ts';
import { ProblemData } from './problem.ts';

/** How the columns of a group differ from those of the first. */
const LayoutDifference = z.object({
  missing: z.array(z.string()),
  added: z.array(z.string()),
  /** "value: US$ million, here Rs billion" */
  units: z.array(z.string()),
});

const FileOfGroup = z.object({
  path: z.string(),
  /** What tells it from the others: its name, or the way to it from the folder that holds all. */
  name: z.string(),
  bytes: z.number(),
  sha256: z.string(),
  rows: z.number().int(),
  /** Its columns stand in another order than those of the first file. */
  otherOrder: z.boolean(),
  /** The period that its name holds, in canonical text. */
  period: z.string().optional(),
  notes: z.array(ImportNote),
});

/** Files of one layout, which become one table by one recipe. */
export const FileGroup = z.object({
  recipe: Recipe,
  /** The path of the file that the recipe was made on. */
  recipeOf: z.string(),
  difference: LayoutDifference,
  files: z.array(FileOfGroup),
  /** Files of the layout that the recipe does not fit, and why: they are left out, or set apart. */
  unfit: z.array(z.object({ path: z.string(), name: z.string(), problem: ProblemData })),
  columns: z.array(Column),
  rowCount: z.number().int(),
  /** Shown texts of the first rows of the whole; `file` is the place of its file in `files`. */
  rows: z.array(z.object({ file: z.number().int(), line: z.number().int(), cells: z.array(z.string()) })),
});
export type FileGroup = z.infer<typeof FileGroup>;
export type FileOfGroup = z.infer<typeof FileOfGroup>;

export const ManyFiles = z.object({
  id: z.string(),
  /** The group of the most files first. */
  groups: z.array(FileGroup),
  /** Files that cannot be read, and why; files that are no data. */
  skipped: z.array(z.object({ name: z.string(), problem: ProblemData })),
});
export type ManyFiles = z.infer<typeof ManyFiles>;

/** What becomes of a group. */
const GroupWanted = z.strictObject({
  group: z.number().int().min(0),
  title: z.string().trim().min(1).max(200),
  /** The name of the column that holds the file; absent: none. */
  fileColumn: z.string().trim().min(1).max(100).optional(),
  /** The period of the name as the time of the rows, or as the date of their release. */
  period: z
    .strictObject({ name: z.string().trim().min(1).max(100), as: z.enum(['time', 'vintage']) })
    .optional(),
  /** Paths of files that are left out. */
  without: z.array(z.string()).default([]),
});
export type GroupWanted = z.input<typeof GroupWanted>;

export const manyFilesCalls = {
  /** Reads files and folders; those of one layout are one group with one recipe, which has been run over all of them. */
  'importMany.inspect': call(
    z.strictObject({
      files: z.array(z.strictObject({ path: z.string(), name: z.string().optional() })).min(1),
      /** Names of files that stood among them and are no data, where only those that are were handed over. */
      others: z.array(z.string()).optional(),
    }),
    ManyFiles,
  ),
  /** Runs another recipe over the files of a group; refused where it fits none of them. */
  'importMany.change': call(
    z.strictObject({ id: z.string(), group: z.number().int().min(0), recipe: Recipe }),
    ManyFiles,
  ),
  /** Makes a file a group of its own, with the recipe that is proposed for it alone. */
  'importMany.setApart': call(
    z.strictObject({ id: z.string(), group: z.number().int().min(0), path: z.string() }),
    ManyFiles,
  ),
  /** Makes a table of each of the groups; one undo step. */
  'importMany.run': call(
    z.strictObject({ id: z.string(), groups: z.array(GroupWanted).min(1) }),
    z.object({ tables: z.array(z.object({ table: Id, rows: z.number().int() })) }),
  ),
  'importMany.drop': call(z.strictObject({ id: z.string() }), nothing),
};
