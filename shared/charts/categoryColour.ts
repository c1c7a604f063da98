import type { Document } from '../model/document.ts';
import type { Column } from '../model/table.ts';

/**
 * A category's place in the palette, 1 to 8: the project's own choice, else its place in the column's classification, so that it is the
 * same in every view; `seen` (from 0) serves codes that no classification knows. Beyond eight the palette begins again.
 */
export function categoryColour(document: Document, column: Column, code: string, seen: number): number {
  const chosen = document.colours[column.concept ?? column.id]?.[code] ?? document.colours[column.id]?.[code];
  if (chosen !== undefined) return chosen;
  const known = column.order ?? Object.keys(column.labels ?? {});
  const at = known.indexOf(code);
  return ((at === -1 ? seen : at) % 8) + 1;
}
