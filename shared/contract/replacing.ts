import { z } from 'zod';
import { Id } from '../model/ids.ts';
import { Settings } from './app.ts';

/** What is looked for in cells as they are shown, and what stands there afterwards. */
export const ReplaceArgs = z.strictObject({
  table: Id,
  /** None of them is worked out. */
  columns: z.array(Id).min(1),
  /** Those rows alone; absent: all of the table. */
  rows: z.array(z.number().int()).optional(),
  text: z.string().min(1).max(1000),
  /** With `regex` $1 is the first group, $& the whole, $$ a dollar sign. */
  by: z.string().max(1000),
  regex: z.boolean().default(false),
  caseSensitive: z.boolean().default(false),
  whole: z.boolean().default(false),
  /** How numbers and months are shown. */
  numbers: Settings.shape.numbers,
  dates: Settings.shape.dates,
});
export type ReplaceArgs = z.infer<typeof ReplaceArgs>;

/** What a replacement would do: cells that change, and those that it leaves because what they would say does not fit; the first texts of each. */
export const ReplaceOutcome = z.object({
  cells: z.number().int(),
  examples: z.array(z.object({ column: Id, from: z.string(), to: z.string(), count: z.number().int() })),
  misfits: z.object({
    cells: z.number().int(),
    examples: z.array(
      z.object({
        column: Id,
        from: z.string(),
        to: z.string(),
        count: z.number().int(),
        message: z.string(),
      }),
    ),
  }),
});
export type ReplaceOutcome = z.infer<typeof ReplaceOutcome>;
