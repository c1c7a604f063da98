import type { Settings } from '../contract/app.ts';
import type { Column } from '../model/table.ts';
import { formatNumber, shiftDecimal } from './formatNumber.ts';
import { scaleFactor, unitInScale, unitScale } from './unitScale.ts';

type Formatted = Pick<Column, 'unit' | 'format'>;

/** The unit that a column's figures are shown in; another one than the stored where its format has a scale. */
export function shownUnit({ unit = '', format }: Formatted): string {
  return format?.scale === undefined ? unit : unitInScale(unit, format.scale);
}

/** Decimal places by which a shown figure is shifted: thousands as millions are 3 to the right of the point, -3. */
export function shownPlaces({ unit = '', format }: Formatted): number {
  const percent = format?.percent ? 2 : 0;
  if (format?.scale === undefined) return percent;
  return percent + Math.log10((unitScale(unit)?.factor ?? 1) / scaleFactor(format.scale));
}

/** A number as its column shows it. Without a format: whole numbers as they are, others with two decimals. */
export function columnNumber(value: number, column: Formatted, style?: Settings['numbers']): string {
  const { format } = column;
  const places = Math.round(shownPlaces(column));
  const shown = places === 0 ? value : shiftDecimal(value, places);
  const text = formatNumber(shown, {
    decimals: format?.decimals ?? (Number.isInteger(shown) ? 0 : 2),
    thousands: format?.thousands ?? true,
    signed: format?.signed ?? false,
    style: format?.numbers ?? style,
    negative: format?.negative,
  });
  if (!format?.percent) return text;
  return text.endsWith(')') ? `${text.slice(0, -1)}%)` : `${text}%`;
}

/**
 * The same as a number format of a spreadsheet. Its cells keep the stored figure: a scale is printed by commas, each a thousand,
 * which neither lakh nor crore nor a smaller scale than the stored one can be; those show the stored figure. Grouping is the reader's own.
 */
export function numberFormatCode(column: Formatted): string {
  if (!column.format) return 'General';
  const { decimals, thousands, signed, percent, negative } = column.format;
  const places = Math.round(shownPlaces(column)) - (percent ? 2 : 0);
  const commas = places < 0 && places % 3 === 0 ? ','.repeat(-places / 3) : '';
  const digits = `${thousands ? '#,##0' : '0'}${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}${commas}${percent ? '%' : ''}`;
  if (!signed && negative !== 'brackets') return digits;
  const minus = negative === 'brackets' ? `(${digits})` : `-${digits}`;
  return `${signed ? `+${digits}` : digits};${minus};${digits}`;
}
