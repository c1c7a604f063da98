import type { ColumnType } from '../../../shared/model/table.ts';

/** A cell as another program put it on the clipboard. */
export interface PastedCell {
  /** As shown there. */
  readonly text: string;
  /** The number behind a rounded text, or the serial number of a date. */
  readonly number?: number;
  readonly boolean?: boolean;
  /** The number is a date: days since the end of 1899. */
  readonly isDate?: boolean;
  /** The program holds it as text: 007 stays 007. */
  readonly isText?: boolean;
  /** From a grid of ours: the value as a column of that type reads it. */
  readonly own?: { readonly type: ColumnType; readonly text: string };
}

/** What the mark-up of a table cell says of its value. `format` is Excel's mso-number-format, of the cell or of its class. */
export interface CellMarkup {
  readonly text: string;
  readonly format?: string | undefined;
  attribute(name: string): string | null;
}

/** The value of a cell by the marks of Excel (x:num, mso-number-format), LibreOffice (sdval, sdnum) and Google Sheets (data-sheets-value). */
export function pastedCell(cell: CellMarkup): PastedCell {
  return fromLibreOffice(cell) ?? fromSheets(cell) ?? fromExcel(cell) ?? { text: cell.text };
}

function fromLibreOffice({ text, attribute }: CellMarkup): PastedCell | null {
  const value = attribute('sdval');
  // Language, language of the format, its code: "1033;0;0.0%".
  const code = attribute('sdnum')?.split(';').slice(2).join(';') ?? '';
  if (value === null || value.trim() === '') return code === '@' ? { text, isText: true } : null;
  const number = Number(value);
  if (!Number.isFinite(number)) return null;
  if (/BOOLEAN/i.test(code)) return { text, boolean: number !== 0 };
  return { text, number, ...(isDateCode(code) && { isDate: true }) };
}

function fromSheets({ text, attribute }: CellMarkup): PastedCell | null {
  const value = parsed(attribute('data-sheets-value'));
  if (value === null) return null;
  const code = String(parsed(attribute('data-sheets-numberformat'))?.['2'] ?? '');
  switch (value['1']) {
    case 2:
      return { text: typeof value['2'] === 'string' ? value['2'] : text, isText: true };
    case 3:
      return typeof value['3'] === 'number'
        ? { text, number: value['3'], ...(isDateCode(code) && { isDate: true }) }
        : null;
    case 4:
      return { text, boolean: value['4'] === 1 || value['4'] === true };
    default:
      return null;
  }
}

function fromExcel({ text, attribute, format }: CellMarkup): PastedCell | null {
  const code = format?.replace(/^"|"$/g, '').replaceAll('\\', '') ?? '';
  if (attribute('x:str') !== null || code === '@') return { text, isText: true };
  const value = attribute('x:num');
  if (value === null) return null;
  const number = value.trim() === '' ? Number(text.replaceAll(',', '')) : Number(value);
  return Number.isFinite(number) ? { text, number, ...(isDateCode(code) && { isDate: true }) } : null;
}

/** mmm yyyy, dd/mm/yy: letters of days, months and years, and no places for digits. Quoted letters and [colours] are not of the code. */
function isDateCode(code: string): boolean {
  if (/^(general|standard)$/i.test(code)) return false;
  const bare = code.replace(/"[^"]*"|\[[^\]]*\]/g, '');
  return /[dmy]/i.test(bare) && !/[#0]/.test(bare);
}

function parsed(text: string | null): Record<string, unknown> | null {
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
