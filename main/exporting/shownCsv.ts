import type { Vector } from '../../shared/contract/vectors.ts';
import { type Column, codeLabel, columnLabel } from '../../shared/model/table.ts';
import { spellPeriod } from '../../shared/periods/spellPeriod.ts';
import { type CsvOptions, csvHead, csvRows } from './csv.ts';

/** A page of rows with its columns by id. */
export interface RowPage {
  readonly columns: Readonly<Record<string, Vector>>;
}

/** Rows as a grid shows them as CSV: labels rather than codes, numbers in full precision. */
export async function* shownCsv(
  columns: readonly Column[],
  pages: AsyncIterable<RowPage>,
  { fiscalYearStart, safe }: CsvOptions & { fiscalYearStart: number },
): AsyncGenerator<string> {
  yield csvHead(columns.map(columnLabel), { safe });
  for await (const page of pages) {
    const written = columns.flatMap((column) => {
      const vector = page.columns[column.id];
      const period = (code: number) => spellPeriod(code, column.spelling ?? 'iso', fiscalYearStart);
      const code = (text: string) => codeLabel(column, text);
      return vector ? [{ name: column.name, vector, period, code }] : [];
    });
    yield csvRows(written, { safe });
  }
}
