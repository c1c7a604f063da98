import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type CellValue, readXlsx, type Sheet } from 'hucre/xlsx';
import { binaryFile, damagedFile, encryptedFile, tooLarge } from '../problems.ts';
import type { RawRow, Reader, ReaderNote } from './reader.ts';

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
    const sheets = await readSheets(buffer, file);
    return {
      format: 'xlsx',
      sheets: sheets.map((sheet) => ({
        name: sheet.name,
        hidden: sheet.hidden === true || sheet.veryHidden === true,
      })),
      async *rows(name, note, signal) {
        const sheet =
          sheets.find((one) => one.name === name) ?? sheets.find((one) => !one.hidden) ?? sheets[0];
        if (!sheet) return;
        yield* rowsOfSheet(sheet, note, signal);
      },
    };
  },
};

async function readSheets(buffer: Buffer, file: string): Promise<Sheet[]> {
  try {
    const book = await readXlsx(buffer);
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

async function* rowsOfSheet(
  sheet: Sheet,
  note: (note: ReaderNote) => void,
  signal: AbortSignal,
): AsyncGenerator<RawRow[]> {
  for (const merge of sheet.merges ?? []) {
    note({
      code: 'import.merged',
      text: 'A merged cell: its value stands in its first cell.',
      line: merge.startRow + 1,
    });
  }
  for (const [at, cell] of sheet.cells ?? []) {
    if (cell.formula === undefined || (cell.formulaResult ?? cell.value ?? null) !== null) continue;
    note({
      code: 'import.no-result',
      text: 'A formula without a stored result: its cell is empty. Open and save the workbook in a spreadsheet program.',
      line: Number(at.split(',')[0]) + 1,
    });
  }
  for (const [index, row] of sheet.rowDefs ?? []) {
    if (row.hidden)
      note({ code: 'import.hidden-row', text: 'A hidden row, read as the others.', line: index + 1 });
  }
  for (let from = 0; from < sheet.rows.length; from += BATCH) {
    signal.throwIfAborted();
    yield sheet.rows
      .slice(from, from + BATCH)
      .map((row, i) => ({ line: from + i + 1, cells: Array.from(row ?? [], cellText) }));
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
