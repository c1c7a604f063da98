import { z } from 'zod';
import { Id } from '../model/ids.ts';
import { call } from './define.ts';

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
  'export.table': call(
    z.strictObject({ table: Id, format: z.enum(['csv']), safe, path: z.string().optional() }),
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
