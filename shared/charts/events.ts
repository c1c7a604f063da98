import { type CellValue, type Vector, valueAt, vectorLength } from '../contract/vectors.ts';
import type { Table } from '../model/table.ts';
import { monthPeriod, type PeriodCode } from '../periods/period.ts';

/** A dated note of an events table. */
export interface EventNote {
  readonly period: PeriodCode;
  readonly category: string;
  readonly text: string;
}

/**
 * The entries of an events table from its columns by id. `categories` limits them; empty: all. Dates are periods, or texts that begin
 * with year and month (2024-08-15); the month counts.
 */
export function readEvents(
  table: Table,
  vectors: Readonly<Record<string, Vector>>,
  categories: readonly string[],
): EventNote[] {
  const { date, words, kind } = eventColumns(table);
  const dates = date === undefined ? undefined : vectors[date];
  const texts = words === undefined ? undefined : vectors[words];
  if (!dates || !texts) return [];
  const kinds = kind === undefined ? undefined : vectors[kind];
  const wanted = new Set(categories);
  const events: EventNote[] = [];
  for (let row = 0; row < vectorLength(dates); row++) {
    const category = String((kinds && valueAt(kinds, row)) ?? '');
    const period = monthOf(valueAt(dates, row));
    const text = valueAt(texts, row);
    if (period === null || text === null || (wanted.size > 0 && !wanted.has(category))) continue;
    events.push({ period, category, text: String(text) });
  }
  return events;
}

function monthOf(value: CellValue): PeriodCode | null {
  if (typeof value === 'number') return value;
  const parts = typeof value === 'string' ? /^(\d{4})-(\d{2})/.exec(value) : null;
  return parts ? monthPeriod(Number(parts[1]), Number(parts[2])) : null;
}

/** Which columns of an events table hold the date (a period, else the first text that is no note), the words and the category. */
export function eventColumns(table: Table): {
  date: string | undefined;
  words: string | undefined;
  kind: string | undefined;
} {
  const texts = table.columns.filter(({ type, role }) => type === 'text' && role !== 'source');
  const date =
    table.columns.find(({ type }) => type === 'period') ?? texts.find(({ role }) => role !== 'note');
  const rest = texts.filter(({ id }) => id !== date?.id);
  return {
    date: date?.id,
    words: (rest.find(({ role }) => role === 'dimension') ?? rest[0])?.id,
    kind: table.columns.find(({ type, role }) => type === 'category' && role === 'dimension')?.id,
  };
}
