import { z } from 'zod';
import { NumberVector, Vector } from '../contract/vectors.ts';
import { Id } from '../model/ids.ts';

/** How a time column is grouped. `asIs` keeps the periods of the table. fiscalMonth is 1 (the first month of the fiscal year) to 12. */
export const Level = z.enum(['asIs', 'month', 'quarter', 'fiscalYear', 'calendarYear', 'fiscalMonth']);
export type Level = z.infer<typeof Level>;

export const Key = z.strictObject({ column: Id, level: Level.optional() });
export type Key = z.infer<typeof Key>;

export const Aggregate = z.enum(['sum', 'mean', 'min', 'max', 'count']);
export type Aggregate = z.infer<typeof Aggregate>;

/** A column and what is kept of it. Periods are in canonical text: 2024-07, 2024-07/P9M, FY spelling resolved. */
export const Filter = z.union([
  z.strictObject({ column: Id, oneOf: z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])) }),
  z.strictObject({ column: Id, from: z.string().optional(), to: z.string().optional() }),
  z.strictObject({ column: Id, least: z.number().optional(), most: z.number().optional() }),
  z.strictObject({ column: Id, contains: z.string() }),
]);
export type Filter = z.infer<typeof Filter>;

/** The time calculations, by their registry names in shared/measures. */
export const Calculation = z.enum([
  'none',
  'yearOnYear',
  'fiscalYearToDate',
  'shareOfTotal',
  'trailing12Sum',
  'trailing12Average',
]);
export type Calculation = z.infer<typeof Calculation>;

/** What a view asks of a table. No SQL: shared/views/toSql.ts translates it, values are always parameters. */
export const QuerySpec = z.strictObject({
  table: Id,
  measure: z.strictObject({ column: Id, aggregate: Aggregate }),
  /** First key = category axis, second = series. None: one figure. */
  keys: z.array(Key).max(3).default([]),
  as: Calculation.default('none'),
  /** A second line over the same keys, such as the 12-month average. */
  overlay: Calculation.optional(),
  where: z.array(Filter).default([]),
  /** Only releases up to this date ("2025-06-10") are known; absent: all. */
  asOf: z.string().optional(),
  vintage: z.enum(['latest', 'first']).default('latest'),
  sort: z.enum(['natural', 'largest', 'smallest', 'name']).default('natural'),
  top: z.number().int().min(1).max(1000).optional(),
  /** What is beyond `top` is summed as "Others". */
  others: z.boolean().default(false),
});
export type QuerySpec = z.infer<typeof QuerySpec>;

/** Flags of a mark, as bits. */
export const FLAG = { derived: 1, provisional: 2, forecast: 4, target: 8, incomplete: 16 } as const;

/** A view's answer: one row a mark, in drawing order. */
export const ViewData = z.object({
  keys: z.array(Vector),
  /** Full precision; NaN is missing. */
  value: NumberVector,
  overlay: NumberVector.optional(),
  /** FLAG bits a mark. */
  flags: z.instanceof(Uint8Array),
  /** Unit of `value` after the calculation: "US$ million", "%". */
  unit: z.string(),
  /** True where values are fractions that are shown as percentages. */
  fraction: z.boolean(),
  /** Rows read after vintages and filters. */
  rows: z.number().int(),
  /** Rows of the table. */
  rowsOfAll: z.number().int(),
  /** Engine time in milliseconds. */
  elapsed: z.number(),
  /** What a reader must know: "7 derived", "Nov 2024 is missing". */
  notes: z.array(z.string()),
});
export type ViewData = z.infer<typeof ViewData>;

/** One clause of a page's selection: which view made it, on what, and what is kept. A view never filters itself. */
export const Clause = z.strictObject({
  view: Id,
  table: Id,
  column: Id,
  level: Level.optional(),
  /** Codes (category) or canonical period texts. */
  values: z.array(z.string()).optional(),
  /** Canonical period texts, both ends kept. */
  range: z.strictObject({ from: z.string(), to: z.string() }).optional(),
});
export type Clause = z.infer<typeof Clause>;
export const Selection = z.array(Clause);
export type Selection = z.infer<typeof Selection>;
