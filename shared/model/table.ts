import { z } from 'zod';
import { ColumnLayout } from './columnLayout.ts';
import { ColumnRule } from './columnRules.ts';
import { Id } from './ids.ts';
import { Recipe } from './recipe.ts';

export const ColumnType = z.enum(['category', 'number', 'period', 'text', 'boolean']);
export type ColumnType = z.infer<typeof ColumnType>;

/**
 * What a column is for.
 * The key of a figure is its dimensions, definition, unit and time; `vintage` tells the printings of one key apart.
 * A sum never runs over two definitions or two units.
 */
export const ColumnRole = z.enum([
  'dimension',
  'measure',
  'time',
  'vintage',
  'source',
  'definition',
  'unit',
  'status',
  'note',
]);
export type ColumnRole = z.infer<typeof ColumnRole>;

/** flow: adds over time. cumulative: already added since the year began, never added again. rate: never added. stock: last, not sum, over time. target: a wish. */
export const MeasureNature = z.enum(['flow', 'cumulative', 'rate', 'stock', 'target']);
export type MeasureNature = z.infer<typeof MeasureNature>;

export const NumberFormat = z.strictObject({
  decimals: z.number().int().min(0).max(10).default(1),
  thousands: z.boolean().default(true),
  /** Changes carry their sign: +19.7. */
  signed: z.boolean().default(false),
  /** 0.125 as 12.5%. */
  percent: z.boolean().optional(),
  /** (1,234.5) in place of −1,234.5. */
  negative: z.enum(['minus', 'brackets']).optional(),
  /** Digits as in this style, whatever the user's. */
  numbers: z.enum(['1,234.5', '1.234,5', '1 234,5', '12,34,567.8']).optional(),
  /** Shown in this scale, stored in that of the unit: US$ thousand as US$ million. */
  scale: z.enum(['one', 'thousand', 'lakh', 'million', 'crore', 'billion', 'trillion']).optional(),
});
export type NumberFormat = z.infer<typeof NumberFormat>;

/** How the file spelt its periods, so that they are printed back that way. */
export const PeriodSpelling = z.enum([
  'iso', // 2025-03, 2025-Q1, 2025, 2024-07/P9M
  'monthYear', // Mar 2025
  'monthDashYear', // Mar-25
  'monthDashYear4', // Mar-2025
  'yearMMonth', // 2025M03
  'fiscalShort', // FY25
  'fiscalLong', // FY2025
  'fiscalSplit', // 2024-25
  'fiscalSplitFY', // FY2024-25
  'fiscalSlash', // 2024/25
  'monthStart', // 2025-03-01: every date of the column opens a month
  'monthEnd', // 2025-03-31: every date of the column closes one
]);
export type PeriodSpelling = z.infer<typeof PeriodSpelling>;

export const Column = z.strictObject({
  id: Id,
  /** As in the file. */
  name: z.string(),
  /** As people read it; the name where absent. */
  label: z.string().optional(),
  type: ColumnType,
  role: ColumnRole,
  /** Only for measures. */
  nature: MeasureNature.optional(),
  /** "US$ million", "%": unit and scale in words. */
  unit: z.string().optional(),
  format: NumberFormat.optional(),
  spelling: PeriodSpelling.optional(),
  /** Display names of category codes. */
  labels: z.record(z.string(), z.string()).optional(),
  /** What the file wrote for a code where that was not the code: a name that was mapped to it. Files that leave say it again. */
  written: z.record(z.string(), z.string()).optional(),
  /** Child code -> parent code: a sum never runs over a parent and its parts. */
  parents: z.record(z.string(), z.string()).optional(),
  /** Codes that stand for several others (the world, a region): a sum or a share never runs over one of them and anything else. */
  groups: z.array(z.string()).optional(),
  /** Classification order of codes; the others follow by name. */
  order: z.array(z.string()).optional(),
  /** SDMX concept (TIME_PERIOD, REF_AREA, ITEM ...): columns of one concept answer each other's selections across tables. */
  concept: z.string().optional(),
  /** Worked out by the program, not editable; the text says how ("revision = exports - first print"). */
  derived: z.string().optional(),
  /** Worked out by this formula over the table (shared/formulas); `derived` says the same for whoever only shows it. */
  formula: z.string().optional(),
  /** What its cells should keep to. */
  rules: z.array(ColumnRule).optional(),
  /** Added in this project: no file has it, and a newer file does not touch it. */
  own: z.literal(true).optional(),
});
export type Column = z.infer<typeof Column>;

/** What somebody had to say of a cell, with where it says more. */
export const CellNote = z.strictObject({
  text: z.string().max(5000),
  /** An address or a page of a document: shown as text, never followed by the program. */
  link: z.string().max(2000).optional(),
  /** ISO 8601. */
  at: z.string(),
});
export type CellNote = z.infer<typeof CellNote>;

export const Table = z.strictObject({
  id: Id,
  title: z.string(),
  subtitle: z.string().optional(),
  /** data: shown under Tables. events, claims: shown under Notes. */
  kind: z.enum(['data', 'events', 'claims']).default('data'),
  columns: z.array(Column).min(1),
  rowCount: z.number().int().min(0),
  /** Where the rows came from. */
  source: Id.optional(),
  /** Built from other tables of the project by steps; `builtAt` is the sequence number at which it was built. */
  builtFrom: z
    .strictObject({
      tables: z.array(Id).min(1),
      recipe: Recipe,
      builtAt: z.number().int(),
      /** What the steps had to say: keys that did not match, columns that only one table has. `cases`: the first hundred. */
      notes: z
        .array(
          z.strictObject({
            code: z.string(),
            title: z.string(),
            text: z.string(),
            count: z.number().int().optional(),
            cases: z.array(z.string()).optional(),
          }),
        )
        .optional(),
    })
    .optional(),
  /** Sources from most to least trusted; a vintage of a higher one wins. Empty: all equal. */
  sourceRank: z.array(z.string()).default([]),
  /** One line under every view of the table: "SBP and PBS as printed in the press to Mar 2026". */
  sourceLine: z.string().optional(),
  /**
   * Cells of imported rows that were changed by hand, and what their file said (periods as canonical text): by "row:column".
   * A newer file is compared with that, so that an edit is kept, and asked about where the file changed as well.
   */
  handEdits: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
  /** When they were changed, ISO 8601, by the same keys. */
  handEditedAt: z.record(z.string(), z.string()).optional(),
  /** Changed cells beyond those that `handEdits` remembers. */
  handEditsForgotten: z.number().int().optional(),
  /** Imported rows that were deleted by hand, by the cells of their key as the file said them (and their vintage): a newer file does not bring them back unasked. */
  handDeleted: z
    .array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])))
    .optional(),
  /** Deleted rows beyond those that `handDeleted` remembers. */
  handDeletedForgotten: z.number().int().optional(),
  /** Notes on cells, by "row:column". */
  cellNotes: z.record(z.string(), CellNote).optional(),
  /** How the grid shows the columns. */
  layout: ColumnLayout.optional(),
  /** Names of columns that were removed, by id: whatever still asks for one can say which. */
  removed: z.record(Id, z.string()).optional(),
  /** Grows with every change of rows; views re-query when it does. */
  revision: z.number().int().default(0),
});
export type Table = z.infer<typeof Table>;
export type BuiltNote = NonNullable<NonNullable<Table['builtFrom']>['notes']>[number];

export function columnLabel(column: Column): string {
  return column.label ?? column.name;
}

/** A code as people read it. */
export function codeLabel(column: Column, code: string): string {
  return column.labels?.[code] ?? code;
}

/** A code as the file wrote it that it came from. */
export function writtenText({ written }: Column, code: string): string {
  return written !== undefined && Object.hasOwn(written, code) ? (written[code] ?? code) : code;
}

/** The code of a text that the file wrote; the text itself where it is a code. */
export function codeOfWritten({ written = {} }: Column, text: string): string {
  return Object.entries(written).find(([, own]) => own === text)?.[0] ?? text;
}
