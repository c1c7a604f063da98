import { type Vector, valueAt } from '../contract/vectors.ts';
import type { Table } from '../model/table.ts';
import type { PeriodCode } from '../periods/period.ts';

/** A dated note of an events table. */
export interface EventNote {
  readonly period: PeriodCode;
  readonly category: string;
  readonly text: string;
}

/**
 * The entries of an events table from its columns by id. The date is the first time column; the words are the first text that is
 * neither source nor note of the entry; the category is the first dimension of type category. `categories` limits them; empty: all.
 */
export function readEvents(
  table: Table,
  vectors: Readonly<Record<string, Vector>>,
  categories: readonly string[],
): EventNote[] {
  const { date, words, kind } = eventColumns(table);
  const dates = date === undefined ? undefined : vectors[date];
  const texts = words === undefined ? undefined : vectors[words];
  if (dates?.kind !== 'period' || !texts) return [];
  const kinds = kind === undefined ? undefined : vectors[kind];
  const wanted = new Set(categories);
  const events: EventNote[] = [];
  dates.values.forEach((period, row) => {
    const category = String((kinds && valueAt(kinds, row)) ?? '');
    const text = valueAt(texts, row);
    if (period < 0 || text === null || (wanted.size > 0 && !wanted.has(category))) return;
    events.push({ period, category, text: String(text) });
  });
  return events;
}

/** Which columns of an events table hold the date, the words and the category. */
export function eventColumns(table: Table): {
  date: string | undefined;
  words: string | undefined;
  kind: string | undefined;
} {
  const texts = table.columns.filter(({ type, role }) => type === 'text' && role !== 'source');
  return {
    date: table.columns.find(({ type }) => type === 'period')?.id,
    words: (texts.find(({ role }) => role === 'dimension') ?? texts[0])?.id,
    kind: table.columns.find(({ type, role }) => type === 'category' && role === 'dimension')?.id,
  };
}
