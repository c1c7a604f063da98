import { open, rename } from 'node:fs/promises';
import { extname } from 'node:path';
import type { ImportNote } from '../../shared/contract/importing.ts';
import type { Column } from '../../shared/model/table.ts';
import { spellPeriod } from '../../shared/periods/spellPeriod.ts';
import { identifier, literal } from '../engine/engine.ts';
import { csvLine } from './csvText.ts';
import type { FoundTable } from './detection/structure.ts';
import type { ConvertResult } from './importerProcess.ts';
import { periodsAsText } from './periodsAsText.ts';
import { noTable } from './problems.ts';
import { proposeRecipe } from './proposeRecipe.ts';
import { runRecipe } from './runRecipe.ts';
import type { ImportSession } from './session.ts';

const SKIPPED_SHOWN = 1000;

/** Every table of a file, each into a file of its own; hidden sheets too, for nothing is left out unsaid. */
export async function convertFile(
  session: ImportSession,
  stage: 'cells' | 'table',
  format: 'csv' | 'parquet',
  to: string,
  fiscalYearStart: number,
): Promise<ConvertResult> {
  const { dialect, encoding, sheets } = session.file;
  const result: ConvertResult = {
    ...(encoding && { encoding }),
    ...(dialect && { delimiter: dialect.delimiter, quote: dialect.quote, escape: dialect.escape }),
    tables: [],
    skipped: [],
    skippedCount: 0,
  };
  for (const sheet of sheets.length > 0 ? sheets.map(({ name }) => name) : [undefined]) {
    const reading = await session.read(sheet);
    await session.whole();
    const { found, lineOf, cellsOf } = await session.tables();
    for (const table of found) {
      const file = numbered(to, result.tables.length + 1);
      const notes: ImportNote[] = oddities(session);
      const recipe =
        stage === 'cells'
          ? [
              ...reading,
              {
                step: 'header' as const,
                lines: table.header.map(lineOf),
                firstDataLine: lineOf(table.first),
                lastDataLine: lineOf(table.last),
                names: table.names,
              },
            ]
          : await proposeRecipe(reading, table, lineOf, found.length === 1, session.context([]));
      const context = session.context(notes);
      const made = await runRecipe(recipe, { sql: '', columns: [] }, context);
      const names =
        stage === 'cells' ? namesAsRead(table, made.columns) : made.columns.map(({ name }) => name);
      const rows =
        format === 'parquet'
          ? await writeParquet(session, made.sql, made.columns, file)
          : await writeCsv(session, made.sql, made.columns, names, file, fiscalYearStart);
      result.tables.push({
        file,
        headerLines: table.header.map(lineOf),
        rows,
        columns: made.columns.length,
        notes,
      });
    }
    const outside = found.flatMap(({ before, after }) => [...before, ...after]);
    if (found.length === 0) {
      for (let row = 0; row < session.raw.rows; row++) outside.push(row);
    }
    for (const row of outside) {
      const text = cellsOf(row)
        .filter((cell) => (cell ?? '').trim() !== '')
        .join(' | ');
      if (text === '') continue;
      result.skippedCount++;
      if (result.skipped.length < SKIPPED_SHOWN) result.skipped.push({ line: lineOf(row), text });
    }
  }
  if (result.tables.length === 0) throw noTable(session.fileName);
  return result;
}

/** A headerless table has numbered columns; an unnamed column keeps its empty name. */
function namesAsRead(table: FoundTable, columns: readonly Column[]): string[] {
  return table.header.length === 0 ? columns.map((_, i) => `column_${i + 1}`) : table.names;
}

function numbered(to: string, n: number): string {
  if (n === 1) return to;
  const extension = extname(to);
  return `${to.slice(0, to.length - extension.length)}.${n}${extension}`;
}

function oddities(session: ImportSession): ImportNote[] {
  return session.oddities.slice(0, 100).map(({ code, text, line }) => ({
    code,
    weight: 'note',
    title: code,
    text,
    place: { file: session.fileName, ...(line !== undefined && { line }) },
  }));
}

async function writeParquet(
  session: ImportSession,
  sql: string,
  columns: readonly Column[],
  to: string,
): Promise<number> {
  const readable = await periodsAsText({ sql, columns: [...columns] }, session.context([]));
  const fields = columns.map(({ id, name }) => `${identifier(id)} AS ${identifier(name)}`);
  await session.workshop.run(
    `COPY (SELECT ${fields.join(', ')} FROM (${readable})) TO ${literal(to)} (FORMAT parquet)`,
  );
  const [[rows = 0] = []] = await session.workshop.rows(`SELECT count(*) FROM read_parquet(${literal(to)})`);
  return Number(rows);
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
            return String(cell);
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
