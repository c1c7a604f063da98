import { formatPeriod } from '../formats/formatPeriod.ts';
import type { Table } from '../model/table.ts';
import { periodCode, spanOf } from '../periods/period.ts';
import { columnOf } from './columns.ts';
import type { Mark } from './marks.ts';
import type { QuerySpec } from './query.ts';

/** What a reader must know about an answer: what was worked out rather than printed, what is missing, what does not compare. */
export function notesOf(
  spec: QuerySpec,
  table: Table,
  marks: readonly Mark[],
  fiscalYearStart: number,
): string[] {
  const notes: string[] = [];
  const derived = marks.reduce((sum, mark) => sum + mark.derived, 0);
  if (derived > 0) notes.push(`${derived} derived`);
  const definitions = new Set(marks.flatMap((mark) => [...mark.definitions]));
  const split = spec.keys.some(({ column }) => columnOf(table, column).role === 'definition');
  if (definitions.size > 1 && !split) {
    notes.push(`Definitions differ: ${[...definitions].map((text) => text ?? 'none').join(', ')}`);
  }
  const missing = missingMonths(marks);
  if (missing.length > 0) {
    const shown = missing.slice(0, 3).map((start) => formatPeriod(periodCode(start, 1), { fiscalYearStart }));
    const more = missing.length > 3 ? ` and ${missing.length - 3} more` : '';
    notes.push(`${shown.join(', ')}${more} ${missing.length === 1 ? 'is' : 'are'} missing`);
  }
  return notes;
}

/** Months between the first and the last of the answer for which there is nothing, as month indexes. */
function missingMonths(marks: readonly Mark[]): number[] {
  const covered = new Set<number>();
  for (const mark of marks) {
    for (const code of mark.periods) {
      const { start, months } = spanOf(code);
      // Years and other spans are not a monthly series with holes.
      if (months !== 1) return [];
      covered.add(start);
    }
  }
  if (covered.size === 0) return [];
  const first = Math.min(...covered);
  const last = Math.max(...covered);
  return Array.from({ length: last - first + 1 }, (_, i) => first + i).filter((start) => !covered.has(start));
}
