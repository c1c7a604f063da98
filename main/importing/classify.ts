import { classifications } from '../../shared/classifications/index.ts';
import type { Column } from '../../shared/model/table.ts';

/** Share of a column's values that must be codes of a list before it is taken for that list. */
const ENOUGH = 0.8;

/** The code list that most of these values belong to, cut to the codes at hand; null where there is none. */
export function matchClassification(
  values: readonly string[],
): { matched: number; column: Pick<Column, 'labels' | 'parents' | 'order' | 'concept'> } | null {
  if (values.length < 2) return null;
  for (const { labels, parents, order, concept } of classifications) {
    const codes = values.filter((value) => Object.hasOwn(labels, value));
    if (codes.length < values.length * ENOUGH) continue;
    const here = new Set(codes);
    const kept = <T>(record: Readonly<Record<string, T>>) =>
      Object.fromEntries(Object.entries(record).filter(([code]) => here.has(code)));
    // A parent that the file does not hold has no parts to be counted twice with.
    const ofHere = Object.entries(parents).filter(([code, parent]) => here.has(code) && here.has(parent));
    const column: Pick<Column, 'labels' | 'parents' | 'order' | 'concept'> = {
      labels: kept(labels),
      concept,
    };
    if (ofHere.length > 0) column.parents = Object.fromEntries(ofHere);
    if (order.length > 0) column.order = order.filter((code) => here.has(code));
    return { matched: codes.length, column };
  }
  return null;
}
