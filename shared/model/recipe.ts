import { z } from 'zod';
import { AggregateRows, AppendTables, Lookup } from './combineSteps.ts';
import { AccountingEntry, MonthsFromCumulative, SplitStatus, SplitUnit } from './meaningSteps.ts';

/**
 * The steps that turn a file into a table, stored with its source and run again on next month's file.
 * Columns are named by their text after the header step. Lines and columns count from 1, as a person counts.
 */
export const ReadText = z.strictObject({
  step: z.literal('readText'),
  encoding: z.string(), // an iconv name: utf-8, utf-16le, windows-1252 ...
  delimiter: z.string(),
  quote: z.string(), // '' where the file quotes nothing
  escape: z.string().default(''), // '' = a doubled quote
});
export const ReadSheet = z.strictObject({
  step: z.literal('readSheet'),
  sheet: z.string(),
});
/** How long a period is; `span` is any other number of months, as July to March. */
export const PeriodGrain = z.enum(['month', 'quarter', 'half', 'year', 'span']);
export type PeriodGrain = z.infer<typeof PeriodGrain>;
/** Lines of the file that hold the header (several = grouped header, joined by a space) and the last data line (absent: to the end). */
export const Header = z.strictObject({
  step: z.literal('header'),
  lines: z.array(z.number().int().min(1)),
  firstDataLine: z.number().int().min(1),
  lastDataLine: z.number().int().min(1).optional(),
  /** The names; where absent they are read from the header lines. */
  names: z.array(z.string()).optional(),
  /** The unit of each column, from a row of units under the header; '' where that says nothing. */
  units: z.array(z.string()).optional(),
  /** Of tables that stand side by side: the columns of this one. Absent: from the first to the last. */
  firstColumn: z.number().int().min(1).optional(),
  lastColumn: z.number().int().min(1).optional(),
  /** Lines that say the header again (pages put one under the other) are no data. */
  repeated: z.boolean().optional(),
  /** Lines that begin with this mark are remarks, no data. */
  comment: z.string().min(1).optional(),
});
export const DropColumns = z.strictObject({
  step: z.literal('dropColumns'),
  columns: z.array(z.string()).min(1),
  /** They are dropped because each holds one value: which one is told, and where a newer file holds another. */
  constant: z.boolean().optional(),
  /** They add up columns of periods beside them (they are compared first), or repeat them in one cell, as little charts on the web need it. */
  why: z.enum(['sum', 'repeats']).optional(),
});
export const Rename = z.strictObject({ step: z.literal('rename'), from: z.string(), to: z.string().min(1) });
/**
 * Wide to long: each of `columns` becomes rows; its name goes to `nameTo`, its cell to `valueTo`.
 * With `periods` a name is read: the period goes to `nameTo`, a flag beside it ("FY23 P") to `statusTo`, and what else it says is a measure, each a
 * column of its own (`valueTo` where it says nothing). Columns of that kind which the list does not know, next month's, are taken too.
 */
export const Unpivot = z.strictObject({
  step: z.literal('unpivot'),
  columns: z.array(z.string()).min(1),
  nameTo: z.string().min(1),
  valueTo: z.string().min(1),
  periods: z.boolean().optional(),
  statusTo: z.string().min(1).optional(),
  /** The lengths of period that are kept; the columns of others are left out. Absent: not asked yet, all are kept. */
  keep: z.array(PeriodGrain).min(1).optional(),
});
/** Type, unit, role of one column. Texts in `missing` become missing, never zero. */
export const SetColumn = z.strictObject({
  step: z.literal('setColumn'),
  column: z.string(),
  type: z.enum(['category', 'number', 'period', 'text', 'boolean']),
  role: z.enum(['dimension', 'measure', 'time', 'vintage', 'source', 'definition', 'unit', 'status', 'note']),
  nature: z.enum(['flow', 'cumulative', 'rate', 'stock', 'target']).optional(),
  unit: z.string().optional(),
  decimal: z.enum(['.', ',']).default('.'),
  missing: z.array(z.string()).default([]),
  spelling: z.string().optional(),
  /** Texts that stand for nil. Absent where nobody has said what a dash means; [] where it is no figure. */
  zero: z.array(z.string()).optional(),
  /** What stands before or after the figures and is no part of them: "US$", "Rs", "million". */
  affixes: z.array(z.string().min(1)).optional(),
  /** Nothing in the column tells whether its marks part thousands or decimals: a person is asked. */
  decimalUnsure: z.boolean().optional(),
  /** Where the unit was read. */
  unitFrom: z.enum(['title', 'header', 'unitsRow', 'cells', 'labels', 'column']).optional(),
  /** The month that opens the fiscal year in this column, or for each area that another column names. Absent: the project's. */
  fiscalYearStart: z.number().int().min(1).max(12).optional(),
  /** Where the file says it, as long as no person did: its notes, its title, its name or the periods themselves. */
  fiscalYearFrom: z.enum(['note', 'title', 'fileName', 'periods']).optional(),
  fiscalYearStartBy: z
    .strictObject({
      column: z.string(),
      starts: z.record(z.string(), z.number().int().min(1).max(12)),
    })
    .optional(),
  /** Part -> whole: rows that are sums of others are not counted again. */
  parents: z.record(z.string(), z.string()).optional(),
});
/** Keeps the rows that meet every condition given. Empty cells are none of the listed texts. */
export const FilterRows = z.strictObject({
  step: z.literal('filterRows'),
  column: z.string(),
  /** One of these texts; periods as the file spells them. */
  keep: z.array(z.string()).optional(),
  /** None of these. */
  drop: z.array(z.string()).optional(),
  /** Numbers by size, periods in time (before: ends before the other begins), texts by the alphabet. */
  compare: z.strictObject({ is: z.enum(['=', '<>', '<', '<=', '>', '>=']), value: z.string() }).optional(),
  /** Holds this text, whatever the case. */
  contains: z.string().min(1).optional(),
  /** true: only rows where the cell is empty; false: only where it is filled. */
  empty: z.boolean().optional(),
});
/**
 * The texts of a column become codes. `map` goes first (a text that maps to '' keeps its own), then the code list `classification`: its codes, the codes of
 * other systems and names in usual spellings. What neither knows stays as it stands and is told. `names` is a column that holds the codes' display names.
 */
export const MapCodes = z.strictObject({
  step: z.literal('mapCodes'),
  column: z.string(),
  /** The column that takes the codes; absent: the column itself. */
  to: z.string().min(1).optional(),
  map: z.record(z.string(), z.string()).default({}),
  classification: z.string().optional(),
  names: z.string().optional(),
  /** SDMX concept; absent: that of the classification. */
  concept: z.string().optional(),
});
/** Rows that are no data, by their lines in the file or by what a column holds (a pattern of RE2, found anywhere in the cell). */
export const SkipRows = z.strictObject({
  step: z.literal('skipRows'),
  lines: z.array(z.number().int().min(1)).default([]),
  where: z.strictObject({ column: z.string(), matches: z.string().min(1) }).optional(),
});
/**
 * One column into several, which stand in its place. By a delimiter the last part takes all that is left; by positions a part begins at each;
 * by a pattern (RE2) its groups are the parts.
 */
export const SplitColumn = z.strictObject({
  step: z.literal('splitColumn'),
  column: z.string(),
  by: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('delimiter'), delimiter: z.string().min(1) }),
    z.strictObject({ kind: z.literal('position'), at: z.array(z.number().int().min(1)).min(1) }),
    z.strictObject({ kind: z.literal('pattern'), pattern: z.string().min(1) }),
  ]),
  into: z.array(z.string().min(1)).min(1).max(100),
  /** The column itself stays, before its parts. */
  keep: z.boolean().default(false),
});
/** Several columns into one, in the place of the first; empty cells bring no separator. */
export const MergeColumns = z.strictObject({
  step: z.literal('mergeColumns'),
  columns: z.array(z.string()).min(2),
  separator: z.string(),
  to: z.string().min(1),
  keep: z.boolean().default(false),
});
/** Empty cells take the last text above them. */
export const FillDown = z.strictObject({
  step: z.literal('fillDown'),
  columns: z.array(z.string()).min(1),
});
/** A text by another: within the cell, the whole cell, or what a pattern (RE2) finds, whose groups are \1 to \9 in `with`. */
export const Replace = z.strictObject({
  step: z.literal('replace'),
  /** Absent: every column of texts. */
  columns: z.array(z.string()).min(1).optional(),
  find: z.string().min(1),
  with: z.string(),
  as: z.enum(['text', 'cell', 'pattern']).default('text'),
});
/** A column worked out of the others of its row: see shared/formulas. */
export const ComputedColumn = z.strictObject({
  step: z.literal('computedColumn'),
  to: z.string().min(1),
  formula: z.string().min(1).max(1000),
  unit: z.string().optional(),
});
/** Puts a column at another place; 1 is the first. */
export const MoveColumn = z.strictObject({
  step: z.literal('moveColumn'),
  column: z.string(),
  to: z.number().int().min(1),
});
/** A fiscal year and a number of months since its start become one span: FY2025 and 9 are July 2024 to March 2025. */
export const SpanPeriod = z.strictObject({
  step: z.literal('spanPeriod'),
  year: z.string(),
  months: z.string(),
  to: z.string(),
});
/** One vintage for each key: the latest of the highest-ranked source. Adds the first print and the revision beside it. */
export const LatestVintage = z.strictObject({ step: z.literal('latestVintage') });
/** total - part, marked derived, within one definition and period. Refused where the definitions differ. */
export const Residual = z.strictObject({
  step: z.literal('residual'),
  column: z.string(),
  total: z.string(),
  part: z.string(),
  name: z.string(),
});
/**
 * Rows that stand several times: those alike in every cell, or in their key (dimensions, definition, unit, time) and, where there are
 * vintages, in their printing (vintage, source, status).
 * One of them stays, or all do: then a column `vintage` numbers the printings of each key in the order of the file.
 */
export const Repeats = z.strictObject({
  step: z.literal('repeats'),
  same: z.enum(['row', 'key']),
  keep: z.enum(['first', 'last', 'all']),
});
export const Step = z.discriminatedUnion('step', [
  ReadText,
  ReadSheet,
  Header,
  DropColumns,
  Rename,
  Unpivot,
  SetColumn,
  FilterRows,
  SpanPeriod,
  LatestVintage,
  Residual,
  SkipRows,
  SplitColumn,
  MergeColumns,
  FillDown,
  Replace,
  ComputedColumn,
  MoveColumn,
  Repeats,
  AppendTables,
  Lookup,
  AggregateRows,
  MapCodes,
  SplitStatus,
  SplitUnit,
  AccountingEntry,
  MonthsFromCumulative,
]);
export type Step = z.infer<typeof Step>;

export const Recipe = z.array(Step);
export type Recipe = z.infer<typeof Recipe>;
