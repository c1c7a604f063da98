import type { CellValue } from '../../shared/contract/vectors.ts';
import { formatNumber } from '../../shared/formats/formatNumber.ts';
import { formatPeriod } from '../../shared/formats/formatPeriod.ts';
import type { Document } from '../../shared/model/document.ts';
import { type Column, codeLabel } from '../../shared/model/table.ts';

/** A cell in full, as people read it; nothing where it is missing. */
export function cellText(document: Document, column: Column, cell: CellValue): string {
  if (cell === null) return '';
  if (column.type === 'period' && typeof cell === 'number') {
    return formatPeriod(cell, { fiscalYearStart: document.fiscalYearStart });
  }
  if (typeof cell === 'number') {
    // What the file says, with at least the decimals that the column shows.
    const digits = String(cell).split('.')[1]?.length ?? 0;
    return formatNumber(cell, {
      ...column.format,
      decimals: Math.min(10, Math.max(digits, column.format?.decimals ?? 0)),
    });
  }
  return typeof cell === 'string' ? codeLabel(column, cell) : String(cell);
}
