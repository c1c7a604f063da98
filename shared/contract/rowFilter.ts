import { z } from 'zod';
import { Id } from '../model/ids.ts';
import { Filter } from '../views/query.ts';

/** How a text is compared: with what is shown (the label of a code), whatever the case. */
export const TextTest = z.enum(['contains', 'notContains', 'begins', 'ends', 'equals', 'not']);
export type TextTest = z.infer<typeof TextTest>;

export const NumberTest = z.enum(['equals', 'not', 'less', 'atMost', 'more', 'atLeast']);
export type NumberTest = z.infer<typeof NumberTest>;

/**
 * What a grid keeps of its rows by one column. Beside what views know: comparisons of texts and numbers, the greatest or least N, periods
 * counted from the newest one that the column holds, and whether a value is there at all.
 */
export const RowFilter = z.union([
  Filter,
  z.strictObject({ column: Id, text: TextTest, letters: z.string() }),
  z.strictObject({ column: Id, number: NumberTest, than: z.number() }),
  /** The `top` greatest values, or the least ones; rows that tie with the last are kept as well. */
  z.strictObject({ column: Id, top: z.number().int().min(1).max(1_000_000), least: z.boolean() }),
  z.strictObject({ column: Id, recent: z.enum(['fiscalYear', 'last12Months']) }),
  z.strictObject({ column: Id, missing: z.boolean() }),
]);
export type RowFilter = z.infer<typeof RowFilter>;
