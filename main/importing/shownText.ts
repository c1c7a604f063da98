import { type Column, codeLabel } from '../../shared/model/table.ts';
import { spanOf } from '../../shared/periods/period.ts';
import { spellPeriod } from '../../shared/periods/spellPeriod.ts';

/** A cell of the result as the preview shows it: names for codes, printed decimals, months as "Jul 2020". */
export function shownText(
  column: Column,
  value: string | number | boolean | null,
  fiscalYearStart: number,
): string {
  if (value === null) return '';
  if (column.type === 'period') {
    const code = Number(value);
    const calendar = spanOf(code).start % 12 === 0;
    return spellPeriod(
      code,
      spanOf(code).months === 12 && !calendar ? 'fiscalLong' : 'monthYear',
      fiscalYearStart,
    );
  }
  if (column.type === 'number') return Number(value).toFixed(column.format?.decimals ?? 0);
  if (column.type === 'boolean') return value === true ? 'yes' : 'no';
  return codeLabel(column, String(value));
}
