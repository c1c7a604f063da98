import type { Document } from '../model/document.ts';
import type { Column } from '../model/table.ts';
import type { View } from '../model/view.ts';
import { fiscalYearOf, periodCode, spanOf } from '../periods/period.ts';
import { periodOfText } from '../periods/periodText.ts';
import type { Clause, Selection } from '../views/query.ts';

/** The column of a view's table that a clause speaks of: the same one, or one of the same concept in another table. */
export function clauseColumn(clause: Clause, view: View, document: Document): Column | undefined {
  const table = document.tables.find(({ id }) => id === view.query.table);
  if (!table) return undefined;
  if (clause.table === table.id) return table.columns.find(({ id }) => id === clause.column);
  const concept = document.tables
    .find(({ id }) => id === clause.table)
    ?.columns.find(({ id }) => id === clause.column)?.concept;
  return concept === undefined ? undefined : table.columns.find((column) => column.concept === concept);
}

/** True where the clause's dimension is on an axis of the view: the view then recolours and is not filtered. */
export function onAxis(clause: Clause, view: View, document: Document): boolean {
  const column = clauseColumn(clause, view, document);
  return column !== undefined && view.query.keys.some((key) => key.column === column.id);
}

/** What filters a view: the page's clauses but its own and those that only recolour it. Views that do not follow are never filtered. */
export function filteringClauses(view: View, selection: Selection, document: Document): Selection {
  if (!view.follows) return [];
  return selection.filter(
    (clause) =>
      clause.view !== view.id &&
      clauseColumn(clause, view, document) !== undefined &&
      !onAxis(clause, view, document),
  );
}

/**
 * Tells for a mark, by the canonical text of its first and second key, whether the selection holds it.
 * Null where no clause speaks of the view's axes.
 */
export function insideTest(
  view: View,
  selection: Selection,
  document: Document,
): ((first: string, second: string) => boolean) | null {
  const tests = selection.flatMap((clause) => {
    if (!view.follows && clause.view !== view.id) return [];
    const column = clauseColumn(clause, view, document);
    const indexes = view.query.keys.flatMap((key, index) =>
      key.column === column?.id && index < 2 ? [index] : [],
    );
    if (indexes.length === 0) return [];
    const levels = indexes.map((index) => view.query.keys[index]?.level);
    if (column?.type !== 'period') {
      const values = new Set(clause.values ?? []);
      const at = indexes[0] ?? 0;
      return [(keys: readonly string[]) => values.has(keys[at] ?? '')];
    }
    return [
      (keys: readonly string[]) =>
        periodInside(
          clause,
          indexes.map((at) => keys[at] ?? ''),
          levels,
          document,
          clause.table !== view.query.table,
        ),
    ];
  });
  if (tests.length === 0) return null;
  return (first, second) => {
    const keys = [first, second];
    return tests.every((test) => test(keys));
  };
}

/** A mark of a fiscal month and a fiscal year stands for that month. Periods that overlap the selection are inside. */
function periodInside(
  clause: Clause,
  keys: readonly string[],
  levels: readonly (string | undefined)[],
  document: Document,
  otherTable: boolean,
): boolean {
  const monthAt = levels.indexOf('fiscalMonth');
  const otherAt = monthAt === -1 ? 0 : 1 - monthAt;
  const other = periodOfText(keys[otherAt] ?? '');
  let span: { start: number; months: number } | null = other === null ? null : spanOf(other);
  if (monthAt !== -1) {
    const month = Number(keys[monthAt]);
    if (clause.level === 'fiscalMonth') return (clause.values ?? []).includes(String(month));
    if (!span) return true; // a month of no year in particular
    const first = span.start - ((span.start - (document.fiscalYearStart - 1)) % 12);
    span = spanOf(periodCode(first + month - 1, 1));
  }
  if (!span) return false;
  const { start, months } = span;
  // Across tables time only speaks to periods of its own length: months select no year.
  const said = periodOfText(clause.range?.from ?? clause.values?.[0] ?? '');
  if (otherTable && (said === null || spanOf(said).months !== months)) return true;
  const overlaps = (from: number, to: number) => start <= to && start + months - 1 >= from;
  if (clause.range) {
    const from = periodOfText(clause.range.from);
    const to = periodOfText(clause.range.to);
    if (from === null || to === null) return false;
    const end = spanOf(to);
    return overlaps(spanOf(from).start, end.start + end.months - 1);
  }
  return (clause.values ?? []).some((text) => {
    if (clause.level === 'fiscalMonth')
      return months === 1 && Number(text) === ((((start - document.fiscalYearStart + 1) % 12) + 12) % 12) + 1;
    const code = periodOfText(text);
    if (code === null) return false;
    const wanted = spanOf(code);
    return overlaps(wanted.start, wanted.start + wanted.months - 1);
  });
}

/** The fiscal year's name as an axis prints it. */
export function fiscalYearName(start: number, document: Document): string {
  return document.fiscalYearStart === 1
    ? String(Math.floor(start / 12))
    : `FY${fiscalYearOf(start, document.fiscalYearStart)}`;
}
