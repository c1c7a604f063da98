import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { unzipSync } from 'fflate';
import { type CellValue, readXlsx, type Sheet } from 'hucre/xlsx';
import { binaryFile, damagedFile, encryptedFile, tooLarge } from '../problems.ts';
import { formatSense } from './numberFormat.ts';
import type { RawRow, Reader, ReaderNote } from './reader.ts';
import { SheetFormats } from './sheetFormats.ts';
import {
  ERROR_TEXT,
  errorNote,
  hiddenColumnNote,
  hiddenRowNote,
  hiddenSheetNote,
  mergedNote,
} from './sheetNotes.ts';

/** A workbook beyond this is read into memory at a price that the child process cannot pay. */
const LARGEST_BYTES = 200 * 1024 * 1024;
/** Unpacked size of all parts; a bomb claims more, or is stopped by the process's memory limit. */
const LARGEST_UNPACKED = 1024 * 1024 * 1024;
const BATCH = 1024;

/** Excel workbooks: values and cached results as text, dates as ISO, merged cells told, hidden sheets marked. */
export const xlsx: Reader = {
  format: 'xlsx',
  extensions: ['.xlsx', '.xlsm', '.xltx'],
  accepts: ({ parts }) => parts.some((name) => name.startsWith('xl/')),
  async open(path, _head, bytes) {
    const file = basename(path);
    if (bytes > LARGEST_BYTES) throw tooLarge(file, 'The workbook is larger than 200 MB.');
    const buffer = await readFile(path);
    inspectArchive(buffer, file);
    // Styles cost time and memory: only where a number format says something.
    const styled = hasTellingFormats(buffer, file);
    const sheets = await readSheets(buffer, file, styled);
    const units = new Map<string, Map<number, string>>();
    return {
      format: 'xlsx',
      sheets: sheets.map((sheet) => ({
        name: sheet.name,
        hidden: sheet.hidden === true || sheet.veryHidden === true,
      })),
      notes: sheets.filter((one) => one.hidden || one.veryHidden).map((one) => hiddenSheetNote(one.name)),
      async *rows(name, note, signal) {
        const sheet =
          sheets.find((one) => one.name === name) ?? sheets.find((one) => !one.hidden) ?? sheets[0];
        if (!sheet) return;
        const formats = new SheetFormats(note);
        yield* rowsOfSheet(sheet, styled, formats, note, signal);
        units.set(sheet.name, formats.units());
      },
      columnUnits: (name) => units.get(name ?? '') ?? new Map(),
    };
  },
};

async function readSheets(buffer: Buffer, file: string, styled: boolean): Promise<Sheet[]> {
  try {
    const book = await readXlsx(buffer, { readStyles: styled });
    return book.sheets;
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    if (/Encrypt|Decrypt/.test(name)) throw encryptedFile(file);
    throw damagedFile(file, 'its workbook cannot be read', error);
  }
}

/** Reads the archive's directory before anything is unpacked: what is no workbook, cut short or a bomb is refused here. */
function inspectArchive(buffer: Buffer, file: string): void {
  const end = buffer.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0 || end + 22 > buffer.length) throw damagedFile(file, 'its end is missing');
  const count = buffer.readUInt16LE(end + 10);
  let at = buffer.readUInt32LE(end + 16);
  let unpacked = 0;
  let workbook = false;
  for (let i = 0; i < count; i++) {
    if (at + 46 > buffer.length || buffer.readUInt32LE(at) !== 0x02014b50)
      throw damagedFile(file, 'its list of parts is broken');
    if ((buffer.readUInt16LE(at + 8) & 1) === 1) throw encryptedFile(file);
    unpacked += buffer.readUInt32LE(at + 24);
    const nameLength = buffer.readUInt16LE(at + 28);
    const name = buffer.toString('utf8', at + 46, at + 46 + nameLength);
    if (name.startsWith('xl/')) workbook = true;
    at += 46 + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32);
  }
  if (!workbook) throw binaryFile(file, 'an archive without a workbook');
  if (unpacked > LARGEST_UNPACKED)
    throw tooLarge(file, `The workbook would unpack to ${Math.round(unpacked / 1024 / 1024)} MB.`);
}

/** Whether the workbook's styles hold a format that says more than decimals. */
function hasTellingFormats(buffer: Buffer, file: string): boolean {
  const xml = stylesOf(buffer, file);
  const used = new Set([...xml.matchAll(/numFmtId="(\d+)"/g)].map(([, id]) => Number(id)));
  // Built-in ones: percent 9 and 10, currency 5 to 8, accounting 41 to 44.
  if ([5, 6, 7, 8, 9, 10, 42, 44].some((id) => used.has(id))) return true;
  return [...xml.matchAll(/formatCode="([^"]*)"/g)].some(
    ([, code = '']) => formatSense(unescaped(code)) !== null,
  );
}

function stylesOf(buffer: Buffer, file: string): string {
  try {
    const part = unzipSync(buffer, { filter: ({ name }) => name === 'xl/styles.xml' })['xl/styles.xml'];
    return part ? new TextDecoder().decode(part) : '';
  } catch (error) {
    throw damagedFile(file, 'its styles cannot be unpacked', error);
  }
}

function unescaped(text: string): string {
  return text
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}

async function* rowsOfSheet(
  sheet: Sheet,
  styled: boolean,
  formats: SheetFormats,
  note: (note: ReaderNote) => void,
  signal: AbortSignal,
): AsyncGenerator<RawRow[]> {
  for (const { startRow, startCol, endRow, endCol } of sheet.merges ?? [])
    note(mergedNote(startRow + 1, startCol, endRow + 1, endCol));
  for (const [at, cell] of sheet.cells ?? []) {
    if (cell.formula === undefined || (cell.formulaResult ?? cell.value ?? null) !== null) continue;
    const [row = 0, column = 0] = at.split(',').map(Number);
    note({
      code: 'import.no-result',
      text: 'A formula without a stored result: its cell is empty. Open and save the workbook in a spreadsheet program.',
      line: row + 1,
      column,
      shown: `=${cell.formula}`.slice(0, 80),
    });
  }
  for (const [index, row] of sheet.rowDefs ?? []) if (row.hidden) note(hiddenRowNote(index + 1));
  for (const [column, { hidden }] of (sheet.columns ?? []).entries())
    if (hidden) note(hiddenColumnNote(column));
  for (let from = 0; from < sheet.rows.length; from += BATCH) {
    signal.throwIfAborted();
    yield sheet.rows.slice(from, from + BATCH).map((row, i) => ({
      line: from + i + 1,
      cells: Array.from(row ?? [], (value, column) => {
        if (typeof value === 'number')
          return formats.text(
            value,
            styled ? sheet.cells?.get(`${from + i},${column}`)?.style?.numFmt : undefined,
            from + i + 1,
            column,
          );
        const text = cellText(value);
        if (text !== null && ERROR_TEXT.test(text)) note(errorNote(from + i + 1, column, text));
        return text;
      }),
    }));
  }
}

function cellText(value: CellValue | undefined): string | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) {
    const iso = value.toISOString();
    return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19);
  }
  return String(value);
}
