import { type Vector, valueAt, vectorLength } from '../../shared/contract/vectors.ts';

export interface CsvColumn {
  readonly name: string;
  readonly vector: Vector;
  /** Prints a period code; canonical text of the file it came from. */
  readonly period?: (code: number) => string;
}

export interface CsvOptions {
  /**
   * For spreadsheets: a text that they would run as a formula (it begins with = + - @, a tab or a return) gets an apostrophe.
   * Numbers are never touched. Without it the file says exactly what the table says.
   */
  readonly safe: boolean;
}

const FORMULA = /^[=+\-@\t\r]/;

/** Columns as CSV after RFC 4180: comma, CRLF, quotes where needed; numbers in full precision with a point, missing is empty. */
export function csvText(columns: readonly CsvColumn[], { safe }: CsvOptions): string {
  const text = (value: string) => quoted(safe && FORMULA.test(value) ? `'${value}` : value);
  const rows = Math.max(0, ...columns.map(({ vector }) => vectorLength(vector)));
  const lines = [columns.map(({ name }) => text(name)).join(',')];
  for (let row = 0; row < rows; row++) {
    const cells = columns.map(({ vector, period }) => {
      const value = valueAt(vector, row);
      if (value === null) return '';
      if (vector.kind === 'period' && typeof value === 'number')
        return text(period?.(value) ?? String(value));
      return typeof value === 'string' ? text(value) : String(value);
    });
    lines.push(cells.join(','));
  }
  return `${lines.join('\r\n')}\r\n`;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}
