import { z } from 'zod';
import { Id } from './ids.ts';
import { Recipe } from './recipe.ts';

/** Where a table came from, and how to do it again with a newer file. */
export const Source = z.strictObject({
  id: Id,
  title: z.string(),
  fileName: z.string(),
  /** Of the raw file, lower-case hex. */
  sha256: z.string(),
  bytes: z.number().int(),
  sheet: z.string().optional(),
  /** "A1:G194" */
  range: z.string().optional(),
  /** When it was read, ISO 8601. */
  importedAt: z.string(),
  recipe: Recipe,
  /** What was skipped, padded, dropped or not understood. */
  notes: z
    .array(z.strictObject({ code: z.string(), text: z.string(), count: z.number().int().optional() }))
    .default([]),
  rows: z.number().int(),
});
export type Source = z.infer<typeof Source>;
