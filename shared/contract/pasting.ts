import { z } from 'zod';
import { Id } from '../model/ids.ts';

/** Cells of rows that exist, by row ids and column ids. */
export const CellBlock = z.strictObject({ rows: z.array(z.number().int()), columns: z.array(Id).min(1) });
export type CellBlock = z.infer<typeof CellBlock>;

/** What the Problem `paste.misfits` holds in its details: how many cells do not fit, and the first of them by block, row of the block and column. */
export const PasteMisfits = z.object({
  count: z.number().int(),
  cells: z.array(
    z.object({
      block: z.number().int(),
      row: z.number().int(),
      column: Id,
      text: z.string(),
      message: z.string(),
      remedy: z.string().optional(),
    }),
  ),
});
export type PasteMisfits = z.infer<typeof PasteMisfits>;
