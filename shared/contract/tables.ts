import { z } from 'zod';
import { Id } from '../model/ids.ts';
import { call } from './define.ts';
import { RowFilter } from './rowFilter.ts';
import { NumberVector, Vector } from './vectors.ts';

/** The order and the rows that a grid shows. No sort: by row id. */
export const Rows = z.strictObject({
  table: Id,
  sort: z.array(z.strictObject({ column: Id, descending: z.boolean() })).default([]),
  where: z.array(RowFilter).default([]),
  /** Rows where any text or category holds these letters, whatever their case. */
  quick: z.string().optional(),
  /** Rows are brought together by these columns, outermost first; empty: not at all. */
  groups: z.array(Id).max(5).default([]),
  /** Which groups show what is in them: all but those of these paths, or none but those. A path is the JSON text of the groups' values. */
  open: z.strictObject({ all: z.boolean(), but: z.array(z.string()) }).optional(),
});
export type Rows = z.infer<typeof Rows>;

/** What a row of a window is. Leaves are rows of the table; groups and subtotals are worked out, and have negative ids. */
export const ROW_KIND = { leaf: 0, group: 1, subtotal: 2 } as const;

/** What a totals row shows of a number column. */
export const TotalKind = z.enum(['sum', 'average', 'count', 'least', 'most', 'none']);
export type TotalKind = z.infer<typeof TotalKind>;

/** A total, or why there is none: figures of two units or definitions never stand in one sum, rates are not added. */
export const Total = z.object({ column: Id, value: z.number().nullable(), reason: z.string().optional() });
export type Total = z.infer<typeof Total>;

export const tablesCalls = {
  /** Rows `from` to `from + count - 1` of the order, with `columns` alone where they are named. `ids` are the rows' `_id`; `lines` the line in the source file, -1 unknown. */
  'tables.window': call(
    z.strictObject({
      rows: Rows,
      from: z.number().int().min(0),
      count: z.number().int().min(0).max(100_000),
      columns: z.array(Id).optional(),
    }),
    z.object({
      total: z.number().int(),
      ids: z.instanceof(Float64Array),
      lines: z.instanceof(Int32Array),
      columns: z.record(Id, Vector),
      /** Only where rows are grouped: what each row is, how deep it stands, its group's path, the rows in it, and why sums are missing. */
      grouped: z
        .object({
          kinds: z.instanceof(Uint8Array),
          levels: z.instanceof(Uint8Array),
          /** 1 where a group shows what is in it. */
          open: z.instanceof(Uint8Array),
          paths: z.array(z.string()),
          counts: NumberVector,
          reasons: z.array(z.object({ row: z.number().int(), column: Id, reason: z.string() })),
        })
        .optional(),
      elapsed: z.number(),
    }),
  ),
  /** Where ctrl and an arrow up or down leads from a position of the order: the end of a run of filled cells, else the next filled one, else the end. */
  'tables.edge': call(
    z.strictObject({
      rows: Rows,
      column: Id,
      from: z.number().int().min(0),
      direction: z.union([z.literal(1), z.literal(-1)]),
    }),
    z.object({ to: z.number().int() }),
  ),
  /**
   * Cells whose text as shown holds `text`: positions of the order, from `from` on, row by row, at most `limit`, and how many there are in all.
   * `columns` are those that are searched, in the order in which they are shown; absent: all. `whole`: the text is all of the cell.
   * `within` searches rows `top` to `bottom` of the order only. A regular expression is RE2's; one that is wrong is the Problem `find.bad-pattern`.
   */
  'tables.find': call(
    z.strictObject({
      rows: Rows,
      text: z.string().min(1).max(1000),
      columns: z.array(Id).optional(),
      regex: z.boolean().default(false),
      caseSensitive: z.boolean().default(false),
      whole: z.boolean().default(false),
      within: z.strictObject({ top: z.number().int(), bottom: z.number().int() }).optional(),
      from: z.number().int().min(0).default(0),
      limit: z.number().int().min(0).max(10_000).default(1000),
    }),
    z.object({
      hits: z.array(z.object({ position: z.number().int(), column: Id })),
      total: z.number().int(),
    }),
  ),
  /** Where a row stands in the order; null where it is not shown. */
  'tables.position': call(
    z.strictObject({ rows: Rows, row: z.number().int() }),
    z.object({ position: z.number().int().nullable() }),
  ),
  /** One figure of each number column over all rows that are shown, by the rules of measures. */
  'tables.totals': call(
    z.strictObject({ rows: Rows, totals: z.array(z.strictObject({ column: Id, kind: TotalKind })) }),
    z.object({ totals: z.array(Total) }),
  ),
  /** Sum, average, least, most and counts of columns over rows `from` to `to` (ends kept) of the order. */
  'tables.summary': call(
    z.strictObject({ rows: Rows, from: z.number().int(), to: z.number().int(), columns: z.array(Id) }),
    z.object({
      count: z.number(),
      numbers: z.number(),
      sum: z.number(),
      least: z.number().nullable(),
      most: z.number().nullable(),
    }),
  ),
  /**
   * The values of a column with their counts, most frequent first, at most `limit`; periods as canonical text.
   * `where` and `quick`: counted among the rows that these keep, but for the filters of the column itself.
   */
  'tables.distinct': call(
    z.strictObject({
      table: Id,
      column: Id,
      where: z.array(RowFilter).default([]),
      quick: z.string().optional(),
      search: z.string().optional(),
      limit: z.number().int().default(1000),
    }),
    z.object({
      values: z.array(z.object({ value: z.string().nullable(), count: z.number() })),
      total: z.number(),
    }),
  ),
  /** What a column holds: counts, quantiles and a histogram of at most 12 bars for numbers. */
  'tables.profile': call(
    z.strictObject({ table: Id, column: Id }),
    z.object({
      values: z.number(),
      missing: z.number(),
      distinct: z.number(),
      least: z.string().nullable(),
      median: z.string().nullable(),
      most: z.string().nullable(),
      histogram: z.array(z.object({ from: z.number(), to: z.number(), count: z.number() })),
    }),
  ),
  /** Where a cell comes from: other printings of its key, the file and line, the steps, and the views that use its table. */
  'tables.provenance': call(
    z.strictObject({ table: Id, row: z.number().int(), column: Id }),
    z.object({
      text: z.string(),
      unit: z.string().optional(),
      vintages: z.array(
        z.object({ value: z.string(), released: z.string(), words: z.string(), current: z.boolean() }),
      ),
      trace: z.array(z.string()),
      usedBy: z.array(z.object({ page: Id, title: z.string(), views: z.number() })),
    }),
  ),
};
