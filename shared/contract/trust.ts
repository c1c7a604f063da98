import { z } from 'zod';
import { ColumnRule } from '../model/columnRules.ts';
import { Id } from '../model/ids.ts';
import { call } from './define.ts';

export const trustCalls = {
  /** Cells that differ from what their file says, newest change first, at most 500: what it says, what stands there, and when it was changed. */
  'trust.changes': call(
    z.strictObject({ table: Id }),
    z.object({
      changes: z.array(
        z.object({
          row: z.number().int(),
          column: Id,
          /** The row by its time and its first dimension. */
          name: z.string(),
          was: z.string(),
          now: z.string(),
          /** ISO 8601; absent for changes of programs that did not keep it. */
          at: z.string().optional(),
        }),
      ),
      total: z.number().int(),
      /** Changed cells beyond those that are remembered. */
      forgotten: z.number().int(),
    }),
  ),
  /** For each rule of a column: how many cells break it, and the first hundred. */
  'trust.breaches': call(
    z.strictObject({ table: Id, column: Id }),
    z.object({
      rules: z.array(
        z.object({
          rule: ColumnRule,
          count: z.number().int(),
          cells: z.array(z.object({ row: z.number().int(), name: z.string(), text: z.string() })),
        }),
      ),
    }),
  ),
};
