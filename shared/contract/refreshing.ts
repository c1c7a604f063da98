import { z } from 'zod';
import { Id } from '../model/ids.ts';
import { Column } from '../model/table.ts';
import { ViewData } from '../views/query.ts';
import { call, nothing } from './define.ts';
import { ImportNote } from './importing.ts';
import { ProblemData } from './problem.ts';

const Day = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/);

/** What the user decided of a newer file. */
export const RefreshAnswers = z.strictObject({
  /** Columns that the recipe wants and the file does not have: by which of the file's they are, or null for "leave it empty". */
  columns: z.record(z.string(), z.string().nullable()).default({}),
  /** Columns that only the newer file has, and that the table takes; the others are left out. */
  added: z.array(z.string()).default([]),
  /** When the file was released: 2025, 2025-06 or 2025-06-10. Absent: as proposed. */
  released: Day.optional(),
  /** The same of the figures that are there, where the table does not know yet. */
  releasedBefore: Day.optional(),
  /** Figures changed by hand whose file says something else now. `except` names the ones that are decided otherwise, by their edit. */
  edits: z
    .strictObject({ take: z.enum(['mine', 'theirs']), except: z.array(z.string()).default([]) })
    .default({ take: 'mine', except: [] }),
  /** Figures that the newer file no longer has: kept as they are, or printed as empty from this release on. */
  vanished: z.enum(['keep', 'empty']).default('keep'),
  /** Rows that were deleted by hand and are in the newer file: they stay away, or come back. */
  deleted: z.enum(['keep', 'restore']).default('keep'),
});
export type RefreshAnswers = z.infer<typeof RefreshAnswers>;

/** A date of release, and how it is known. */
export const ReleaseDate = z.object({
  date: z.string(),
  estimated: z.boolean(),
  /** rows: the file says it row by row. */
  from: z.enum(['rows', 'title', 'fileName', 'workbook', 'estimate', 'import', 'given', 'record']),
  /** "Line 2: Released on 10 June 2025" */
  words: z.string(),
});
export type ReleaseDate = z.infer<typeof ReleaseDate>;

/** How the newer file's columns answer to those that the recipe knows. */
export const RefreshColumns = z.object({
  /** Not in the file: someone must say what became of them, unless it is answered. `guess`: the likeliest of `added`. */
  missing: z.array(z.object({ name: z.string(), role: z.string(), guess: z.string().optional() })),
  /** The same but for spaces, case or marks, or as answered. */
  renamed: z.array(z.object({ from: z.string(), to: z.string() })),
  /** Periods that the file no longer lists, or lists anew, of a table with periods across. */
  periodsGone: z.array(z.string()),
  periodsNew: z.array(z.string()),
  added: z.array(z.string()),
});
export type RefreshColumns = z.infer<typeof RefreshColumns>;

/** What a newer file would change. Nothing has changed yet. */
export const RefreshPlan = z.object({
  id: z.string(),
  table: Id,
  fileName: z.string(),
  bytes: z.number(),
  sha256: z.string(),
  /**
   * columns: something must be decided before the figures can be compared. problem: they cannot be.
   * same: the file brings nothing that is not there. changes: it can be accepted.
   */
  state: z.enum(['columns', 'problem', 'same', 'changes']),
  /** The very file that is in the project already. */
  isKnownFile: z.boolean(),
  problem: ProblemData.optional(),
  columns: RefreshColumns,
  /** Of a table made of many files: what became of each. unfit: the recipe does not fit it; skipped: it is no data. */
  files: z
    .array(
      z.object({
        name: z.string(),
        state: z.enum(['same', 'changed', 'new', 'gone', 'unfit', 'skipped']),
        rows: z.number().int().optional(),
        problem: ProblemData.optional(),
      }),
    )
    .optional(),
  /** Each step of the recipe: what it did, and what it could not do as before. */
  steps: z.array(
    z.object({ title: z.string(), words: z.string(), count: z.string(), told: z.array(z.string()) }),
  ),
  /** What the reader and the steps refused, skipped or did not understand. */
  notes: z.array(ImportNote),
  answers: RefreshAnswers,
  /** Of the new figures; null where nothing would be released. */
  released: ReleaseDate.nullable(),
  /** Of the figures that are there, where the table gains a vintage column by this. */
  releasedBefore: ReleaseDate.nullable(),
  counts: z.object({
    new: z.number(),
    revised: z.number(),
    /** Beyond no rounding: other decimals, another status or note. */
    restated: z.number(),
    vanished: z.number(),
    unchanged: z.number(),
    /** Figures changed by hand whose file says something else now. */
    conflicts: z.number(),
    /** Figures of rows that were deleted by hand, and that the file has again. */
    deleted: z.number(),
    /** Figures changed by hand whose file says what it said. */
    editsKept: z.number(),
    /** Rows that would be added. */
    rows: z.number(),
    /** Of those, printings of older releases, which change no figure of today. */
    older: z.number(),
  }),
  /** What a row of the differences is known by, in the order of its `keys`. */
  keys: z.array(Column),
  measures: z.array(Column),
  /** Views that show the table, or one that is built from it. */
  views: z.array(Id),
});
export type RefreshPlan = z.infer<typeof RefreshPlan>;

export const ChangeKind = z.enum(['new', 'revised', 'restated', 'vanished', 'conflict', 'deleted']);
export type ChangeKind = z.infer<typeof ChangeKind>;

/** One figure that differs. Texts of keys are as people read them. */
export const FigureChange = z.object({
  /** Names the edit of a conflict. */
  edit: z.string().optional(),
  keys: z.array(z.string()),
  measure: Id,
  old: z.union([z.number(), z.string(), z.null()]),
  now: z.union([z.number(), z.string(), z.null()]),
  /** now - old, and that as a fraction of old. */
  difference: z.number().nullable(),
  fraction: z.number().nullable(),
  /** What else changed: "status: P, now R". */
  also: z.string(),
});
export type FigureChange = z.infer<typeof FigureChange>;

const Answer = z.union([z.object({ data: ViewData }), z.object({ problem: ProblemData })]);

export const SourcePlace = z.object({
  source: Id,
  /** here: as it was read. changed: other bytes. missing: not where it was. unknown: this machine never saw it. */
  state: z.enum(['here', 'changed', 'missing', 'unknown']),
  path: z.string().optional(),
});
export type SourcePlace = z.infer<typeof SourcePlace>;

export const refreshingCalls = {
  /** Runs a newer file through the recipe of a table's source, and compares. */
  'refresh.plan': call(z.strictObject({ table: Id, path: z.string() }), RefreshPlan),
  /** The same plan with other answers. */
  'refresh.change': call(z.strictObject({ id: z.string(), answers: RefreshAnswers }), RefreshPlan),
  /** Differences `from` to `from + count - 1` of one kind, those of the largest size first where nothing else is said. */
  'refresh.figures': call(
    z.strictObject({
      id: z.string(),
      kind: ChangeKind,
      /** A number: the key at that place. */
      sort: z
        .strictObject({
          by: z.union([z.enum(['old', 'now', 'difference', 'fraction']), z.number().int()]),
          descending: z.boolean(),
        })
        .optional(),
      search: z.string().default(''),
      from: z.number().int().min(0),
      count: z.number().int().min(0).max(1000),
    }),
    z.object({ total: z.number(), figures: z.array(FigureChange) }),
  ),
  /** A view over the table as it is, and as it would be. */
  'refresh.view': call(
    z.strictObject({ id: z.string(), view: Id }),
    z.object({ before: Answer, after: Answer }),
  ),
  /** Makes it so: one undo step. */
  'refresh.accept': call(z.strictObject({ id: z.string() }), z.object({ table: Id, rows: z.number() })),
  'refresh.drop': call(z.strictObject({ id: z.string() }), nothing),
  /** Where the files of the project's sources are, and whether they changed since they were read. */
  'refresh.places': call(nothing, z.array(SourcePlace)),
  /** Says where a source's file is now. `isSame`: it holds the very bytes that were read. */
  'refresh.relink': call(z.strictObject({ source: Id, path: z.string() }), z.object({ isSame: z.boolean() })),
};
