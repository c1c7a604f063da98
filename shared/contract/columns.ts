import { z } from 'zod';
import { Id } from '../model/ids.ts';
import { ColumnType } from '../model/table.ts';
import { call } from './define.ts';

/** What a column would lose as another type. Texts are as its cells read. */
export const RetypeReport = z.object({
  /** Cells that hold something. */
  cells: z.number(),
  /** Those of them that do not fit. */
  lost: z.number(),
  /** Codes that would lose the zeros before them: 007. */
  zeros: z.object({ cells: z.number(), example: z.string().optional() }),
  /** How the first different cells would read. */
  examples: z.array(z.object({ from: z.string(), to: z.string() })),
  /** What does not fit, most frequent first, and where it stands: rows of the table in its own order, lines of the file. At most a hundred each. */
  texts: z.array(z.object({ text: z.string(), count: z.number() })),
  places: z.array(z.object({ row: z.number(), line: z.number().optional(), text: z.string() })),
});
export type RetypeReport = z.infer<typeof RetypeReport>;

export const columnsCalls = {
  'columns.retype': call(z.strictObject({ table: Id, column: Id, type: ColumnType }), RetypeReport),
  /** The longest texts that columns show, by column: a few candidates each, as stored (periods as codes), which the window measures. */
  'columns.longest': call(
    z.strictObject({ table: Id, columns: z.array(Id).min(1).max(1000) }),
    z.record(Id, z.array(z.union([z.string(), z.number(), z.boolean()]))),
  ),
};
