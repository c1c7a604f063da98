import { type Document, findById } from '../../shared/model/document.ts';
import type { Column } from '../../shared/model/table.ts';
import { columnLabel, writtenText } from '../../shared/model/table.ts';
import type { View } from '../../shared/model/view.ts';
import { periodText } from '../../shared/periods/periodText.ts';
import { spellPeriod } from '../../shared/periods/spellPeriod.ts';
import { columnOf } from '../../shared/views/columns.ts';
import type { Key, ViewData } from '../../shared/views/query.ts';
import type { CsvColumn } from './csv.ts';

/** What a view shows as columns for a file: its keys as the table spells them, then the figure with its unit, in full precision. */
export function viewColumns(view: View, data: ViewData, document: Document): CsvColumn[] {
  const table = findById(document.tables, view.query.table);
  if (!table) return [];
  const keys = view.query.keys.flatMap((key, index): CsvColumn[] => {
    const vector = data.keys[index];
    const column = columnOf(table, key.column);
    return vector
      ? [
          {
            name: columnLabel(column),
            vector,
            period: spelling(key, column, document.fiscalYearStart),
            code: (text) => writtenText(column, text),
          },
        ]
      : [];
  });
  const measure = columnLabel(columnOf(table, view.query.measure.column));
  const unit = data.fraction ? 'fraction' : data.unit;
  const figures: CsvColumn[] = [{ name: unit ? `${measure} (${unit})` : measure, vector: data.value }];
  if (data.overlay) figures.push({ name: view.query.overlay ?? 'overlay', vector: data.overlay });
  return [...keys, ...figures];
}

function spelling({ level }: Key, column: Column, fiscalYearStart: number): (code: number) => string {
  if (level === 'fiscalMonth') return String;
  if (level === undefined || level === 'asIs' || level === 'month') {
    return (code) => spellPeriod(code, column.spelling ?? 'iso', fiscalYearStart);
  }
  return level === 'fiscalYear' ? (code) => spellPeriod(code, 'fiscalLong', fiscalYearStart) : periodText;
}
