import type { Settings } from '../../shared/contract/app.ts';
import type { CellValue } from '../../shared/contract/vectors.ts';
import { columnNumber } from '../../shared/formats/columnNumber.ts';
import { formatPeriod } from '../../shared/formats/formatPeriod.ts';
import { type Column, codeLabel } from '../../shared/model/table.ts';
import { periodText } from '../../shared/periods/periodText.ts';
import { spellPeriod } from '../../shared/periods/spellPeriod.ts';
import { t } from '../i18n/index.ts';

export interface CellFormat {
  readonly numbers: Settings['numbers'];
  readonly dates: Settings['dates'];
  readonly fiscalYearStart: number;
}

/** A value as the grid shows it; a missing one is empty. */
export function shownText(value: CellValue, column: Column, format: CellFormat): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return t(value ? 'grid.yes' : 'grid.no');
  if (column.type === 'period' && typeof value === 'number') {
    return formatPeriod(value, { style: format.dates, fiscalYearStart: format.fiscalYearStart });
  }
  if (typeof value === 'number') return columnNumber(value, column, format.numbers);
  return codeLabel(column, value);
}

/** A value as it is edited and copied for other programs: full precision, no grouping, as the command reads it back. */
export function exactText(value: CellValue, column: Column, fiscalYearStart: number): string {
  if (value === null) return '';
  if (column.type === 'period' && typeof value === 'number') {
    return column.spelling ? spellPeriod(value, column.spelling, fiscalYearStart) : periodText(value);
  }
  if (typeof value === 'boolean') return t(value ? 'grid.yes' : 'grid.no');
  return String(value);
}
