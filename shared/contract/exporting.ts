import { z } from 'zod';
import { Id } from '../model/ids.ts';
import { call } from './define.ts';
import { Rows } from './tables.ts';

const Written = z.object({
  path: z.string().optional(),
  bytes: z.instanceof(Uint8Array).optional(),
  notes: z.array(z.string()),
});

/** Texts that a spreadsheet would run as formulas begin with an apostrophe, unless this is false: then the file says what the table says. */
const safe = z.boolean().optional();

export const exportingCalls = {
  /** A deck as PowerPoint with native charts. With `path` it is written there (temporary file, rename), else the bytes come back. */
  'export.deck': call(z.strictObject({ deck: Id, path: z.string().optional() }), Written),
  /** A whole table as its file would say it, as CSV. */
  'export.table': call(
    z.strictObject({ table: Id, format: z.enum(['csv']), safe, path: z.string().optional() }),
    Written,
  ),
  /** Rows as a grid shows them: its order, its filters and groups, its columns with their widths in px. */
  'export.rows': call(
    z.strictObject({
      rows: Rows,
      columns: z.array(z.strictObject({ id: Id, width: z.number() })).min(1),
      format: z.enum(['csv', 'xlsx']),
      safe,
      path: z.string(),
    }),
    Written,
  ),
  'export.viewData': call(
    z.strictObject({ view: Id, format: z.enum(['csv']), safe, path: z.string().optional() }),
    Written,
  ),
  /** A picture of a view as drawn on paper (light theme), with its title and source. */
  'export.viewPicture': call(
    z.strictObject({
      view: Id,
      format: z.enum(['svg', 'png']),
      width: z.number().int().min(100).max(4000).default(960),
      height: z.number().int().min(100).max(4000).default(540),
      path: z.string().optional(),
    }),
    Written,
  ),
};
