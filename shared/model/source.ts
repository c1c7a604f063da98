import { z } from 'zod';
import { Id } from './ids.ts';
import { Recipe } from './recipe.ts';

/** One file of a source: what it brought, and when. */
export const Release = z.strictObject({
  /** Its name alone: where it lies is known to the user's machine, not to a project that may be mailed. */
  fileName: z.string(),
  sha256: z.string(),
  bytes: z.number().int(),
  /** When it was read, ISO 8601. */
  seenAt: z.string(),
  /** Rows from this `_id` on, to that of the next release, were read from this file. */
  firstRow: z.number().int(),
  rows: z.number().int(),
  /** What its rows say in the vintage column; absent where the file says it row by row. */
  released: z.string().optional(),
  /** The date was worked out, not printed. */
  estimated: z.boolean().default(false),
});
export type Release = z.infer<typeof Release>;

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
  /** The columns that the recipe makes, by name; absent while those are the table's. */
  columns: z.array(z.string()).optional(),
  /** The table is made of many files of one layout: the columns that hold each row's file and the period of its name, where it has them. */
  files: z.strictObject({ column: Id.optional(), period: Id.optional() }).optional(),
  /** The files that were read one after the other, oldest first; absent while there was one. */
  releases: z.array(Release).optional(),
});
export type Source = z.infer<typeof Source>;

/** The files of a source, oldest first; the one that it was made of where no other came since. */
export function releasesOf(source: Source): Release[] {
  if (source.releases && source.releases.length > 0) return source.releases;
  const { fileName, sha256, bytes, importedAt, rows } = source;
  return [{ fileName, sha256, bytes, seenAt: importedAt, firstRow: 1, rows, estimated: false }];
}

/** The file that a row was read from. */
export function releaseOfRow(source: Source, row: number): Release | undefined {
  return releasesOf(source).findLast(({ firstRow }) => firstRow <= row);
}
