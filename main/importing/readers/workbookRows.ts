import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type CellObject, read, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { damagedFile, encryptedFile, tooLarge } from '../problems.ts';
import type { OpenedFile, RawRow, ReaderNote } from './reader.ts';
import { SheetFormats } from './sheetFormats.ts';
import { errorNote, hiddenColumnNote, hiddenRowNote, hiddenSheetNote, mergedNote } from './sheetNotes.ts';
import { withinTime } from './withinTime.ts';

/** These formats are read whole; beyond this the child process cannot pay for it. */
const LARGEST_BYTES = 100 * 2 ** 20;
const BATCH = 1024;
/** Ten times what reading takes: beyond it the library goes round in a damaged file. */
const FIRST_MS = 8000;
const MS_PER_MEGABYTE = 3000;

/** What the library leaves out of a sheet. */
export interface SheetFacts {
  name: string;
  hidden: boolean;
  /** Sheet rows that are hidden, counted from 1. */
  hiddenRows?: readonly number[];
}

/** The workbooks that only SheetJS reads, `factsOf` adding what it leaves out, in sheet order: values and cached results as text, dates as ISO, merged cells and hidden rows told. */
export async function openWorkbook(
  format: string,
  path: string,
  bytes: number,
  factsOf: (buffer: Buffer) => readonly SheetFacts[] = () => [],
): Promise<OpenedFile> {
  const file = basename(path);
  if (bytes > LARGEST_BYTES)
    throw tooLarge(file, `The workbook is larger than ${LARGEST_BYTES / 2 ** 20} MB.`);
  const buffer = await readFile(path);
  const book = parse(buffer, file);
  const facts = factsOf(buffer);
  const sheets = book.SheetNames.map((key, i) => ({
    key,
    name: facts[i]?.name ?? key,
    hidden: (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) !== 0 || facts[i]?.hidden === true,
    hiddenRows: facts[i]?.hiddenRows ?? [],
  }));
  const units = new Map<string, Map<number, string>>();
  return {
    format,
    sheets: sheets.map(({ name, hidden }) => ({ name, hidden })),
    notes: sheets.filter((one) => one.hidden).map((one) => hiddenSheetNote(one.name)),
    async *rows(name, note, signal) {
      const found =
        sheets.find((one) => one.name === name) ?? sheets.find(({ hidden }) => !hidden) ?? sheets[0];
      const sheet = found && book.Sheets[found.key];
      if (!sheet) return;
      const formats = new SheetFormats(note);
      yield* rowsOfSheet(sheet, found.hiddenRows, formats, note, signal);
      units.set(found.name, formats.units());
    },
    columnUnits: (name) => units.get(name ?? '') ?? new Map(),
  };
}

function parse(buffer: Buffer, file: string): WorkBook {
  try {
    // Dates as UTC: what stands in the sheet has no time zone. Styles only tell hidden rows; formulas and pictures are left alone.
    return withinTime(FIRST_MS + (buffer.length / 2 ** 20) * MS_PER_MEGABYTE, () =>
      read(buffer, {
        type: 'buffer',
        dense: true,
        cellDates: true,
        UTC: true,
        cellStyles: true,
        cellNF: true,
        cellFormula: false,
        cellHTML: false,
      }),
    );
  } catch (error) {
    if (error instanceof Error && /password/i.test(error.message)) throw encryptedFile(file);
    throw damagedFile(file, 'its workbook cannot be read', error);
  }
}

async function* rowsOfSheet(
  sheet: WorkSheet,
  hiddenRows: readonly number[],
  formats: SheetFormats,
  note: (note: ReaderNote) => void,
  signal: AbortSignal,
): AsyncGenerator<RawRow[]> {
  for (const { s, e } of sheet['!merges'] ?? []) note(mergedNote(s.r + 1, s.c, e.r + 1, e.c));
  const hidden = new Set(hiddenRows);
  for (const [i, row] of Object.entries(sheet['!rows'] ?? [])) if (row?.hidden) hidden.add(Number(i) + 1);
  for (const line of hidden) note(hiddenRowNote(line));
  for (const [column, one] of Object.entries(sheet['!cols'] ?? []))
    if (one?.hidden) note(hiddenColumnNote(Number(column)));
  // A dense sheet keeps its rows as an array with gaps; SheetJS types it only on DenseWorkSheet.
  const data = (sheet['!data'] ?? []) as readonly (readonly (CellObject | undefined)[] | undefined)[];
  for (let from = 0; from < data.length; from += BATCH) {
    signal.throwIfAborted();
    yield Array.from({ length: Math.min(BATCH, data.length - from) }, (_, i) => ({
      line: from + i + 1,
      cells: Array.from(data[from + i] ?? [], (cell, column) => {
        const line = from + i + 1;
        if (cell?.t === 'n' && typeof cell.v === 'number')
          return formats.text(cell.v, cell.z === undefined ? undefined : String(cell.z), line, column);
        const text = cellText(cell);
        if (cell?.t === 'e' && text !== null) note(errorNote(line, column, text));
        return text;
      }),
    }));
  }
}

function cellText(cell: CellObject | undefined): string | null {
  if (!cell || cell.v === undefined || cell.v === null) return null;
  if (cell.v instanceof Date) {
    if (Number.isNaN(cell.v.getTime())) return cell.w ?? null;
    const iso = cell.v.toISOString();
    return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19);
  }
  // #N/A and its kin are numbers inside.
  return cell.t === 'e' ? (cell.w ?? '#N/A') : String(cell.v);
}
