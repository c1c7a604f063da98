import { type CellValue, writeXlsxStream } from 'hucre/xlsx';
import { valueAt, vectorLength } from '../../shared/contract/vectors.ts';
import { numberFormatCode } from '../../shared/formats/columnNumber.ts';
import { type Column, codeLabel, columnLabel } from '../../shared/model/table.ts';
import { spanOf } from '../../shared/periods/period.ts';
import { spellPeriod } from '../../shared/periods/spellPeriod.ts';
import type { RowPage } from './shownCsv.ts';

/** Width of a character of a sheet's standard font in px. */
const CHARACTER = 7;

export interface ShownColumn {
  readonly column: Column;
  /** As in the grid, in px. */
  readonly width: number;
}

/**
 * Rows as a grid shows them as a workbook, row by row: numbers are numbers with their format, months are dates, texts are texts, which no
 * program runs as a formula. What is more than a sheet holds goes on in the next one.
 */
export async function* shownXlsx(
  columns: readonly ShownColumn[],
  pages: AsyncIterable<RowPage>,
  { fiscalYearStart, name }: { fiscalYearStart: number; name: string },
): AsyncGenerator<Uint8Array> {
  const stream = writeXlsxStream(rowsOf(columns, pages, fiscalYearStart), {
    name: sheetName(name),
    columns: columns.map(({ column, width }) => ({
      header: columnLabel(column),
      width: Math.round(width / CHARACTER),
      ...(column.type === 'number' && column.format && { numFmt: numberFormatCode(column) }),
      ...(column.type === 'period' && { numFmt: 'mmm yyyy' }),
    })),
    freezePane: { rows: 1 },
  });
  for await (const part of stream as unknown as AsyncIterable<Uint8Array>) yield part; // Node's streams can be walked; the type of the web does not say so
}

async function* rowsOf(
  columns: readonly ShownColumn[],
  pages: AsyncIterable<RowPage>,
  fiscalYearStart: number,
): AsyncGenerator<CellValue[]> {
  for await (const page of pages) {
    const vectors = columns.map(({ column }) => page.columns[column.id]);
    const length = Math.max(0, ...vectors.map((vector) => (vector ? vectorLength(vector) : 0)));
    for (let row = 0; row < length; row++) {
      yield columns.map(({ column }, i) => {
        const vector = vectors[i];
        const value = vector ? valueAt(vector, row) : null;
        if (typeof value === 'string') return codeLabel(column, value);
        if (typeof value !== 'number' || vector?.kind !== 'period') return value;
        const { start, months } = spanOf(value);
        return months === 1
          ? new Date(Date.UTC(Math.floor(start / 12), start % 12, 1))
          : spellPeriod(value, column.spelling ?? 'iso', fiscalYearStart);
      });
    }
  }
}

/** At most 31 letters, without those that a sheet's name may not have. */
function sheetName(title: string): string {
  return (
    title
      .replace(/[[\]:*?/\\']/g, ' ')
      .slice(0, 31)
      .trim() || 'Table'
  );
}
