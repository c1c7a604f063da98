import { type Vector, valueAt, vectorLength } from '../../shared/contract/vectors.ts';

export interface CsvColumn {
  readonly name: string;
  readonly vector: Vector;
  /** Prints a period code; canonical text of the file it came from. */
  readonly period?: (code: number) => string;
  /** Prints a category's code; as it stands where absent. */
  readonly code?: (code: string) => string;
}

export interface CsvOptions {
  /**
   * For spreadsheets: a text that they would run as a formula (it begins with = + - @, a tab or a return) gets an apostrophe.
   * Numbers are never touched. Without it the file says exactly what the table says.
   */
  readonly safe: boolean;
}

const FORMULA = /^[=+\-@\t\r]/;

/** The first line: the columns' names. Comma, CRLF, quotes where needed, after RFC 4180. */
export function csvHead(names: readonly string[], options: CsvOptions): string {
  return `${names.map((name) => cellOf(name, options)).join(',')}\r\n`;
}

/** The rows of columns of one length; numbers in full precision with a point, missing is empty. */
export function csvRows(columns: readonly CsvColumn[], options: CsvOptions): string {
  const rows = Math.max(0, ...columns.map(({ vector }) => vectorLength(vector)));
  let text = '';
  for (let row = 0; row < rows; row++) {
    const cells = columns.map(({ vector, period, code }) => {
      const value = valueAt(vector, row);
      if (value === null) return '';
      if (vector.kind === 'period' && typeof value === 'number')
        return cellOf(period?.(value) ?? String(value), options);
      return typeof value === 'string' ? cellOf(code?.(value) ?? value, options) : String(value);
    });
    text += `${cells.join(',')}\r\n`;
  }
  return text;
}

export function csvText(columns: readonly CsvColumn[], options: CsvOptions): string {
  const names = columns.map(({ name }) => name);
  return csvHead(names, options) + csvRows(columns, options);
}

function cellOf(text: string, { safe }: CsvOptions): string {
  return quoted(safe && FORMULA.test(text) ? `'${text}` : text);
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}
