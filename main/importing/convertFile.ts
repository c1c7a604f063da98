import { extname } from 'node:path';
import type { ImportNote } from '../../shared/contract/importing.ts';
import type { Recipe } from '../../shared/model/recipe.ts';
import { identifier } from '../engine/engine.ts';
import type { ConvertResult, LineAccount } from './convertReport.ts';
import type { FoundTable } from './detection/structure.ts';
import { headerOf } from './headerOf.ts';
import { howSure } from './howSure.ts';
import { accountFor } from './lineAccount.ts';
import { noTable } from './problems.ts';
import { proposeTable } from './proposeFor.ts';
import { readerNotes } from './readerNotes.ts';
import { runRecipe } from './runRecipe.ts';
import type { ImportSession } from './session.ts';
import { type HeaderLines, headerLines } from './steps/headerLines.ts';
import { reportLines } from './steps/headerNotes.ts';
import type { StepContext, StepOf, TableState } from './steps/step.ts';
import { writeHeld } from './writeHeld.ts';
import { writeTable } from './writeTable.ts';

export interface ConvertRequest {
  stage: 'cells' | 'table';
  format: 'csv' | 'parquet';
  /** Further tables of one file are NAME.2.csv. */
  to: string;
  fiscalYearStart: number;
}

/** Every table of a file, each into a file of its own; hidden sheets too, for nothing is left out unsaid. */
export async function convertFile(session: ImportSession, request: ConvertRequest): Promise<ConvertResult> {
  const { dialect, sheets, format } = session.file;
  const result: ConvertResult = {
    format,
    ...(dialect && { delimiter: dialect.delimiter, quote: dialect.quote, escape: dialect.escape }),
    confidence: 1,
    because: [],
    tables: [],
    totals: { rowsRead: 0, header: 0, taken: 0, skipped: 0, blank: 0 },
    skipped: [],
    skippedCount: 0,
    blank: [],
    padded: [],
    paddedCount: 0,
    overflow: [],
    overflowCount: 0,
  };
  for (const sheet of sheets.length > 0 ? sheets.map(({ name }) => name) : [undefined])
    await convertSheet(session, sheet, request, result);
  if (result.tables.length === 0) throw noTable(session.fileName);
  const least = result.tables.toSorted((a, b) => a.confidence - b.confidence)[0];
  if (least) [result.confidence, result.because] = [least.confidence, least.because];
  return result;
}

async function convertSheet(
  session: ImportSession,
  sheet: string | undefined,
  request: ConvertRequest,
  result: ConvertResult,
): Promise<void> {
  const reading = await session.read(sheet);
  if (reading[0]?.step === 'readText') result.encoding = reading[0].encoding;
  await session.whole();
  const { found, lineOf, cellsOf } = await session.tables();
  const headers = found.map((table) => headerOf(table, lineOf, false));
  const { fiscalYearStart } = request;
  const asFound = request.stage === 'cells';
  const { held } = session.raw;
  if (!asFound || request.format === 'parquet') await session.store();
  const named = headers.map((step, i) => ({ ...step, names: found[i]?.names ?? [] }));
  const account = await accountFor(named, asFound, session.context([]));
  const strays = session.oddities.filter(({ code }) => code === 'import.stray-quote').length;
  for (const [i, table] of found.entries()) {
    const step = headers[i];
    if (!step) continue;
    const file = numbered(request.to, result.tables.length + 1);
    const notes: ImportNote[] = oddities(session, sheet, [...reading, step], table.names);
    const context = session.context(notes);
    let columns: number;
    let rows: number;
    if (asFound) {
      const lines = await linesAsFound({ ...step, names: table.names }, account, context);
      const names = namesAsRead(table, cellsOf);
      columns = lines.names.length;
      rows =
        held && request.format === 'csv'
          ? await writeHeld(held, lines, names, file)
          : await writeTable(session, tableAsFound(lines), names, request.format, file, fiscalYearStart);
    } else {
      const recipe = await proposeTable(session, reading, table, lineOf, found.length === 1);
      const made = await runRecipe(recipe, { sql: '', columns: [] }, context);
      const names = made.columns.map(({ name }) => name);
      columns = made.columns.length;
      rows = await writeTable(session, made, names, request.format, file, fiscalYearStart);
    }
    result.tables.push({
      file,
      ...(sheet !== undefined && { sheet }),
      ...(table.title.length > 0 && { title: table.title }),
      headerLines: step.lines,
      ...(table.last >= table.first && { dataLines: [lineOf(table.first), lineOf(table.last)] }),
      ...(step.firstColumn !== undefined && {
        sheetColumns: [step.firstColumn, step.firstColumn + table.width - 1],
      }),
      ...(table.units && { units: table.units }),
      linesTaken: account.taken[i] ?? 0,
      rows,
      columns,
      ...howSure(table, {
        account,
        cellsOf,
        tables: found.length,
        strays,
        format: result.format,
        dialect: session.file.dialect,
        encoding: result.encoding,
      }),
      notes,
    });
  }
  const place = sheet === undefined ? {} : { sheet };
  const { totals } = result;
  totals.rowsRead += account.totals.rowsRead;
  totals.header += account.totals.header;
  totals.taken += account.totals.taken;
  totals.skipped += account.totals.skipped;
  totals.blank += account.totals.blank;
  result.skipped.push(...account.skipped.map((line) => ({ ...place, ...line })));
  result.skippedCount += Math.max(account.totals.skipped, account.skipped.length);
  if (account.blank.length > 0) result.blank.push({ ...place, lines: account.blank });
  result.padded.push(...account.padded.map((line) => ({ ...place, ...line })));
  result.paddedCount += account.paddedCount;
  result.overflow.push(...account.overflow.map((line) => ({ ...place, ...line })));
  result.overflowCount += account.overflowCount;
}

/** The lines of the rows as read: also those of delimiters alone. */
async function linesAsFound(
  step: StepOf<'header'>,
  { totals, paddedCount, overflowCount }: LineAccount,
  context: StepContext,
): Promise<HeaderLines> {
  const lines = await headerLines(step, context, true);
  // Nothing to be told: nothing need be looked for.
  if (totals.blank + totals.skipped + paddedCount + overflowCount > 0)
    await reportLines(step, lines, context);
  return lines;
}

function tableAsFound(lines: HeaderLines): TableState {
  const columns = lines.names.map((name, i) => ({
    id: `c_${i + 1}`,
    name: name === '' ? `column ${i + 1}` : name,
    type: 'text' as const,
    role: 'note' as const,
  }));
  const cells = columns.map(({ id }, i) => `${lines.columns[i]} AS ${identifier(id)}`);
  return { sql: `SELECT _line, ${cells.join(', ')} FROM raw WHERE ${lines.isData} ORDER BY _line`, columns };
}

/** A header of one line stands as written; a headerless table has numbered columns; an unnamed column keeps its empty name. */
function namesAsRead(table: FoundTable, cellsOf: (row: number) => readonly (string | null)[]): string[] {
  const { header, left = 0, width, names, shifted } = table;
  const [only] = header;
  if (only === undefined) return names.map((_, i) => `column_${i + 1}`);
  if (header.length > 1 || shifted) return names;
  return Array.from({ length: width }, (_, i) => cellsOf(only)[left + i] ?? '');
}

function numbered(to: string, n: number): string {
  if (n === 1) return to;
  const extension = extname(to);
  return `${to.slice(0, to.length - extension.length)}.${n}${extension}`;
}

/** What the reader found odd, one note a kind. */
function oddities(
  session: ImportSession,
  sheet: string | undefined,
  recipe: Recipe,
  names: readonly string[],
) {
  const isBook = session.file.sheets.length > 0;
  // Here every sheet is written.
  return readerNotes(
    session.oddities.filter(({ code }) => code !== 'import.other-sheets'),
    {
      fileName: session.fileName,
      ...(isBook && { sheet }),
      recipe,
      names,
    },
  );
}
