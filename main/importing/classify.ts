import { type Classification, codeOf, codeOfName } from '../../shared/classifications/classification.ts';
import { classifications } from '../../shared/classifications/index.ts';
import type { Column } from '../../shared/model/table.ts';

/** Share of a column's values that must be codes of a list before it is taken for that list. */
const ENOUGH = 0.8;

export type CodedColumn = Pick<Column, 'labels' | 'parents' | 'groups' | 'order' | 'concept'>;

/** The code list that most of these values belong to as they are written, cut to the codes at hand; null where there is none. */
export function matchClassification(
  values: readonly string[],
  columnName: string,
): { matched: number; column: CodedColumn } | null {
  if (values.length < 2) return null;
  for (const classification of classifications) {
    const named = isNamedFor(classification, columnName);
    const { labels, plainCodes } = classification;
    const codes = values.filter(
      (value) => Object.hasOwn(labels, value) && (named || plainCodes?.test(value) === true),
    );
    if (codes.length < values.length * ENOUGH) continue;
    return { matched: codes.length, column: codedColumn(classification, codes) };
  }
  return null;
}

/** What a column of these codes is known by: names, the nearest wholes that are there as well, groups, order. */
export function codedColumn(classification: Classification, codes: readonly string[]): CodedColumn {
  const { labels, parents, order, concept, groups } = classification;
  const here = new Set(codes.filter((code) => Object.hasOwn(labels, code)));
  const column: CodedColumn = {
    labels: Object.fromEntries([...here].map((code) => [code, labels[code] ?? code])),
    concept,
  };
  const wholes = [...here].flatMap((code): [string, string][] => {
    let parent = parents[code];
    // A whole that the file does not hold has no parts to be counted twice with; the one above it may.
    while (parent !== undefined && !here.has(parent)) parent = parents[parent];
    return parent === undefined ? [] : [[code, parent]];
  });
  if (wholes.length > 0) column.parents = Object.fromEntries(wholes);
  const grouped = [...here].filter((code) => groups?.has(code));
  if (grouped.length > 0) column.groups = grouped;
  if (order.length > 0) column.order = order.filter((code) => here.has(code));
  return column;
}

/**
 * The code list whose codes or names these texts are, to be mapped to it; null where there is none, or where they are its codes already.
 * Names speak for themselves. Codes of two letters or a number do so only in a column that is called what the list is about.
 */
export function mappableTo(columnName: string, texts: readonly string[]): Classification | null {
  if (texts.length === 0) return null;
  for (const classification of classifications) {
    if (!classification.names) continue;
    const named = isNamedFor(classification, columnName);
    const own = texts.filter((text) => Object.hasOwn(classification.labels, text.trim())).length;
    const known = texts.filter((text) =>
      named ? codeOf(classification, text) !== null : codeOfName(classification, text) !== null,
    ).length;
    if (own === texts.length) continue;
    if (known >= texts.length * (named && classification.groups ? 0.5 : 0.6) && known >= (named ? 1 : 3))
      return classification;
  }
  return null;
}

/** A list without hints is found by its codes alone, which no other list has. */
function isNamedFor({ columnNames }: Classification, columnName: string): boolean {
  return columnNames?.test(columnName.replace(/([a-z])([A-Z])/g, '$1 $2')) ?? true;
}
