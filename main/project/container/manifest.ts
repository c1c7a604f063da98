import { z } from 'zod';
import type { Id } from '../../../shared/model/ids.ts';

const Part = z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/), bytes: z.number().int().min(0) });

/** manifest.json: what a reader must know first. Fields that this program does not know are kept when it saves. */
export const Manifest = z.looseObject({
  format: z.literal('tijarat'),
  version: z.number().int().min(1),
  /** The oldest format version whose programs may read this file. */
  minReader: z.number().int().min(1),
  /** The version of the program that wrote it. */
  program: z.string().max(100),
  sequence: z.number().int().min(0),
  /** Every entry but this one, by name. */
  parts: z.record(z.string(), Part),
});
export type Manifest = z.infer<typeof Manifest>;

export const MANIFEST = 'manifest.json';
export const DOCUMENT = 'document.json';
export const tablePart = (id: Id): string => `tables/${id}.parquet`;
export const sourcePart = (id: Id): string => `sources/${id}.json`;
