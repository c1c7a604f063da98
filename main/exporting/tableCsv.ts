import type { Progress } from '../../shared/contract/define.ts';
import { type Table, writtenText } from '../../shared/model/table.ts';
import { spellPeriod } from '../../shared/periods/spellPeriod.ts';
import { type Engine, identifier } from '../engine/engine.ts';
import { type CsvOptions, csvHead, csvRows } from './csv.ts';

/** Rows that are held in memory at a time. */
const PAGE = 50_000;

export interface TableCsvOptions extends CsvOptions {
  readonly fiscalYearStart: number;
  readonly signal?: AbortSignal;
  readonly progress?: (progress: Progress) => void;
}

/** A table as CSV, page by page in the order of its rows: names, periods and codes as in the file it came from. `name` is its quoted engine table. */
export async function* tableCsv(
  engine: Engine,
  table: Table,
  name: string,
  { fiscalYearStart, signal, progress, safe }: TableCsvOptions,
): AsyncGenerator<string> {
  yield csvHead(
    table.columns.map((column) => column.name),
    { safe },
  );
  const periods = new Set(table.columns.filter(({ type }) => type === 'period').map(({ id }) => id));
  const list = table.columns.map(({ id }) => identifier(id)).join(', ');
  let last = -1;
  for (let done = 0; ; ) {
    const sql = `SELECT _id::DOUBLE AS _id, ${list} FROM ${name} WHERE _id > ? ORDER BY _id LIMIT ${PAGE}`;
    const vectors = await engine.columns({ sql, values: [last] }, periods, signal);
    const ids = vectors.get('_id');
    if (ids?.kind !== 'number' || ids.values.length === 0) return;
    const columns = table.columns.flatMap((column) => {
      const vector = vectors.get(column.id);
      const period = (code: number) => spellPeriod(code, column.spelling ?? 'iso', fiscalYearStart);
      const code = (text: string) => writtenText(column, text);
      return vector ? [{ name: column.name, vector, period, code }] : [];
    });
    yield csvRows(columns, { safe });
    last = ids.values.at(-1) ?? last;
    done += ids.values.length;
    progress?.({ done, total: table.rowCount, note: table.title });
    if (ids.values.length < PAGE) return;
  }
}
