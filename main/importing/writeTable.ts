import { open, rename } from 'node:fs/promises';
import { type Column, writtenText } from '../../shared/model/table.ts';
import { spellPeriod } from '../../shared/periods/spellPeriod.ts';
import { identifier, literal } from '../engine/engine.ts';
import { csvLine } from './csvText.ts';
import { periodsAsText } from './periodsAsText.ts';
import type { ImportSession } from './session.ts';
import type { TableState } from './steps/step.ts';

/** Writes a table under the given column names, and answers how many rows it has. */
export async function writeTable(
  session: ImportSession,
  { sql, columns }: TableState,
  names: readonly string[],
  format: 'csv' | 'parquet',
  to: string,
  fiscalYearStart: number,
): Promise<number> {
  return format === 'parquet'
    ? await writeParquet(session, sql, columns, to)
    : await writeCsv(session, sql, columns, names, to, fiscalYearStart);
}

async function writeParquet(
  session: ImportSession,
  sql: string,
  columns: readonly Column[],
  to: string,
): Promise<number> {
  const readable = await periodsAsText({ sql, columns: [...columns] }, session.context([]));
  const fields = columns.map((column) => `${asWritten(column)} AS ${identifier(column.name)}`);
  await session.workshop.run(
    `COPY (SELECT ${fields.join(', ')} FROM (${readable})) TO ${literal(to)} (FORMAT parquet)`,
  );
  const [[rows = 0] = []] = await session.workshop.rows(`SELECT count(*) FROM read_parquet(${literal(to)})`);
  return Number(rows);
}

/** A mapped name as the file wrote it. */
function asWritten({ id, written }: Column): string {
  if (written === undefined) return identifier(id);
  const pairs = Object.entries(written).map(([code, text]) => `${literal(code)}: ${literal(text)}`);
  return `coalesce(MAP {${pairs.join(', ')}}[${identifier(id)}], ${identifier(id)})`;
}

async function writeCsv(
  session: ImportSession,
  sql: string,
  columns: readonly Column[],
  names: readonly string[],
  to: string,
  fiscalYearStart: number,
): Promise<number> {
  let rows = 0;
  const unfinished = `${to}.part`;
  const handle = await open(unfinished, 'w');
  try {
    await handle.write(csvLine(names));
    for await (const batch of session.workshop.stream(
      `SELECT ${columns.map(({ id }) => identifier(id)).join(', ')} FROM (${sql})`,
    )) {
      rows += batch.length;
      const lines = batch.map((row) =>
        csvLine(
          columns.map((column, i) => {
            const cell = row[i] ?? null;
            if (cell === null) return '';
            if (column.type === 'period')
              return spellPeriod(Number(cell), column.spelling ?? 'iso', fiscalYearStart);
            return writtenText(column, String(cell));
          }),
        ),
      );
      await handle.write(lines.join(''));
    }
  } finally {
    await handle.close();
  }
  await rename(unfinished, to);
  return rows;
}
