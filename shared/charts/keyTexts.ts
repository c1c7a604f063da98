import type { Settings } from '../contract/app.ts';
import { type Vector, valueAt } from '../contract/vectors.ts';
import { formatPeriod } from '../formats/formatPeriod.ts';
import type { Document } from '../model/document.ts';
import { type Column, codeLabel } from '../model/table.ts';
import { monthShort } from '../periods/monthNames.ts';
import { spanOf } from '../periods/period.ts';
import { periodText } from '../periods/periodText.ts';
import type { Key } from '../views/query.ts';

/** A key's value as a click writes it into a selection: a code, a canonical period, or 1 to 12 for a month of the fiscal year. */
export function keyText(vector: Vector, row: number, key: Key): string {
  if (key.level === 'fiscalMonth' && (vector.kind === 'period' || vector.kind === 'number')) {
    return String(vector.values[row] ?? '');
  }
  const value = valueAt(vector, row);
  if (value === null) return '';
  return vector.kind === 'period' && typeof value === 'number' ? periodText(value) : String(value);
}

/** A key's value as people read it, long and for a tight axis. */
export function keyNames(
  vector: Vector,
  row: number,
  key: Key,
  column: Column,
  document: Document,
  dates: Settings['dates'],
): { name: string; short: string } {
  const value = valueAt(vector, row);
  if (key.level === 'fiscalMonth' && typeof value === 'number') {
    const month = ((value - 1 + document.fiscalYearStart - 1) % 12) + 1;
    return { name: monthShort(month), short: monthShort(month) };
  }
  if (value === null) return { name: 'not stated', short: 'n/s' };
  if (vector.kind === 'period' && typeof value === 'number') {
    const { fiscalYearStart } = document;
    const name = formatPeriod(value, { style: dates, fiscalYearStart });
    const { start, months } = spanOf(value);
    const short =
      months === 1
        ? `${monthShort((start % 12) + 1)} ${String(Math.floor(start / 12)).slice(-2)}`
        : formatPeriod(value, { style: dates, fiscalYearStart, short: true });
    return { name, short };
  }
  if (typeof value === 'boolean') return value ? { name: 'Yes', short: 'Yes' } : { name: 'No', short: 'No' };
  const label = codeLabel(column, String(value));
  return { name: label, short: label };
}
