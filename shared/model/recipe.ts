import { z } from 'zod';

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
/** Lines of the file that hold the header (several = grouped header, joined by a space) and the last data line (absent: to the end). */
export const Header = z.strictObject({
  step: z.literal('header'),
  lines: z.array(z.number().int().min(1)),
  firstDataLine: z.number().int().min(1),
  lastDataLine: z.number().int().min(1).optional(),
  /** The names; where absent they are read from the header lines. */
  names: z.array(z.string()).optional(),
});
export const DropColumns = z.strictObject({
  step: z.literal('dropColumns'),
  columns: z.array(z.string()).min(1),
});
export const Rename = z.strictObject({ step: z.literal('rename'), from: z.string(), to: z.string().min(1) });
/** Wide to long: each of `columns` becomes rows; its name goes to `nameTo`, its cell to `valueTo`. */
export const Unpivot = z.strictObject({
  step: z.literal('unpivot'),
  columns: z.array(z.string()).min(1),
  nameTo: z.string().min(1),
  valueTo: z.string().min(1),
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
});
export const FilterRows = z.strictObject({
  step: z.literal('filterRows'),
  column: z.string(),
  keep: z.array(z.string()),
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
]);
export type Step = z.infer<typeof Step>;

export const Recipe = z.array(Step);
export type Recipe = z.infer<typeof Recipe>;
