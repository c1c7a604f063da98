import { z } from 'zod';
import { ColumnType } from '../../../shared/model/table.ts';

/** The program's own entry on the clipboard, which no other program reads. */
export const OWN_TYPE = 'application/x-tijarat+json';

const OwnBlock = z.object({
  version: z.literal(1),
  /** Ties a paste to the cells that were cut. */
  token: z.string(),
  columns: z.array(z.object({ id: z.string(), type: ColumnType })),
  /** Rows of names above the values in the other entries. */
  heads: z.number().int().min(0).default(0),
  /** In full, as commands read them: codes, periods as their column spells them. */
  rows: z.array(z.array(z.string())),
});
export type OwnBlock = z.infer<typeof OwnBlock>;

export function toOwnJson(block: OwnBlock): string {
  return JSON.stringify(block);
}

let last: { text: string; own: string } | null = null;

/** What was copied last: a menu reads the clipboard without our entry, and knows it by its text. */
export function rememberOwn(text: string, own: string | undefined): void {
  last = own === undefined ? null : { text: text.replaceAll('\r', ''), own };
}

export function ownOf(text: string): string {
  return last !== null && text !== '' && last.text === text.replaceAll('\r', '') ? last.own : '';
}

/** Null where it is not ours, or from a version that wrote it otherwise. */
export function readOwnJson(text: string): OwnBlock | null {
  if (text === '') return null;
  try {
    const read = OwnBlock.safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
