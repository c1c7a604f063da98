import { MISSING_MARKS } from './cellKind.ts';
import type { ColumnSample } from './columnSample.ts';
import { statusOfFlag } from './periodFlag.ts';

/** What stands in the place of a figure. */
export interface NoFigure {
  /** The mark, as written. */
  mark: string;
  /** The flag behind it: "c" of ": c". */
  flag?: string;
  /** What a mark that stands alone says of itself. Absent for the usual marks, which say only that there is none. */
  word?: string;
}

const MARKS = new Set([...MISSING_MARKS, '\u2026', '....']);
const FLAGGED = /^(:|\.{2,4}|\u2026|[-\u2013\u2014_])\s*([([]?[a-z]{1,3}[)\]]?\*?)$/i;
/**
 * Marks that are figures' neighbours in some files and words in others: they count only in a column of figures.
 * Sources: UK Government Analysis Function, symbols in tables ([c], [x], [z], [low], [u], [w]; * for suppressed); Destatis, signs in tables (/ x .).
 */
const ALONE: Readonly<Record<string, string>> = {
  '*': 'suppressed',
  '**': 'suppressed',
  '***': 'suppressed',
  c: 'confidential',
  x: 'not available',
  z: 'not applicable',
  w: 'none recorded',
  u: 'low reliability',
  low: 'rounds to zero',
  s: 'suppressed',
  '/': 'low reliability',
  '.': 'not available',
  'not available': 'not available',
  'not applicable': 'not applicable',
  confidential: 'confidential',
  suppressed: 'suppressed',
};

/** Reads ":", ".. c", "x", "[c]"; null for what is no mark. Cheap for figures. */
export function noFigure(text: string): NoFigure | null {
  const mark = text.trim();
  if (mark.length > 16 || mark === '' || (mark.length > 1 && /\d/.test(mark))) return null;
  const lower = mark.toLowerCase();
  if (MARKS.has(lower)) return { mark };
  const flagged = FLAGGED.exec(mark);
  if (flagged?.[1] && flagged[2] && statusOfFlag(flagged[2].replace('*', '')) !== null)
    return { mark: flagged[1], flag: flagged[2] };
  const bare = lower.replace(/^[([](.*)[)\]]$/, '$1');
  // "S" and "X" are sizes, names of groups: a capital alone says nothing.
  const word = Object.hasOwn(ALONE, bare) && !/^[A-Z]$/.test(mark) ? ALONE[bare] : undefined;
  return word === undefined ? null : { mark, word };
}

/** The marks of a column that say only that there is no figure, in small letters; those in front of a flag among them. */
export function missingMarks({ texts }: ColumnSample): string[] {
  const here = new Set(
    texts.flatMap(({ text }) => {
      const none = noFigure(text);
      return none && none.word === undefined ? [none.mark.toLowerCase()] : [];
    }),
  );
  return [...MARKS].filter((mark) => here.has(mark));
}
