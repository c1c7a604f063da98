import { z } from 'zod';
import { Id } from '../model/ids.ts';
import { Filter } from '../views/query.ts';
import { call } from './define.ts';
import { Vector } from './vectors.ts';

/** The order and the rows that a grid shows. No sort: by row id. */
export const Rows = z.strictObject({
  table: Id,
  sort: z.array(z.strictObject({ column: Id, descending: z.boolean() })).default([]),
  where: z.array(Filter).default([]),
  /** Rows where any text or category holds these letters, whatever their case. */
  quick: z.string().optional(),
});
export type Rows = z.infer<typeof Rows>;

export const tablesCalls = {
  /** Rows `from` to `from + count - 1` of the order. `ids` are the rows' `_id`; `lines` the line in the source file, -1 unknown. */
  'tables.window': call(
    z.strictObject({ rows: Rows, from: z.number().int().min(0), count: z.number().int().min(0).max(10_000) }),
    z.object({
      total: z.number().int(),
      ids: z.instanceof(Float64Array),
      lines: z.instanceof(Int32Array),
      columns: z.record(Id, Vector),
      elapsed: z.number(),
    }),
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
  /** The values of a column with their counts, most frequent first, at most `limit`; periods as canonical text. */
  'tables.distinct': call(
    z.strictObject({
      table: Id,
      column: Id,
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
