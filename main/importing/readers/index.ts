import { open, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { binaryFile, emptyFile, encryptedFile, fileMissing, unsupportedFile } from '../problems.ts';
import { aligned } from './aligned.ts';
import { withArchive } from './archiveParts.ts';
import { delimited } from './delimited.ts';
import { gzip } from './gzip.ts';
import { html } from './html.ts';
import { json } from './json.ts';
import { mhtml } from './mhtml.ts';
import { ndjson } from './ndjson.ts';
import { ods } from './ods.ts';
import { parquet } from './parquet.ts';
import { placedIn } from './placedIn.ts';
import type { Look, OpenedFile, Reader } from './reader.ts';
import { sdmxJson } from './sdmxJson.ts';
import { spreadsheetXml } from './spreadsheetXml.ts';
import { xls } from './xls.ts';
import { xlsb } from './xlsb.ts';
import { xlsx } from './xlsx.ts';
import { xml } from './xml.ts';
import { zip } from './zip.ts';

/** First match reads the file: zip after the formats that are zips, text last, because it accepts all. */
const readers: readonly Reader[] = [
  xlsb,
  xlsx,
  ods,
  xls,
  parquet,
  gzip,
  zip,
  sdmxJson,
  ndjson,
  json,
  spreadsheetXml,
  mhtml,
  html,
  xml,
  aligned,
  delimited,
];
const archives: readonly Reader[] = [gzip, zip];

const HEAD_BYTES = 1 << 20;

/** Files that a name may hide, by their first bytes. */
const STRANGERS: readonly [string, string][] = [
  ['25504446', 'a PDF document'],
  ['89504e47', 'a picture'],
  ['ffd8ff', 'a picture'],
  ['47494638', 'a picture'],
  ['7f454c46', 'a program'],
  ['4d5a9000', 'a program'],
  ['377abcaf271c', 'a 7z archive'],
  ['526172211a07', 'a RAR archive'],
  ['fd377a585a00', 'an xz archive'],
  ['28b52ffd', 'a Zstandard archive'],
  ['425a6839314159', 'a bzip2 archive'],
];
const STRANGE_PARTS: readonly [string, string][] = [
  ['word/document.xml', 'a Word document'],
  ['ppt/presentation.xml', 'a presentation'],
];

/** Opens a file by what it holds. `folder` is where an archive may be unpacked. */
export async function openFile(path: string, folder: string): Promise<{ file: OpenedFile; bytes: number }> {
  const name = basename(path);
  const look = await lookAt(path, name);
  const openInside = async (inner: string, shown: string) => {
    try {
      const inside = await lookAt(inner, shown);
      const reader = readerOf(inside);
      if (archives.includes(reader)) throw unsupportedFile(shown, 'An archive inside an archive');
      const opened = await reader.open(inner, inside.head, inside.bytes, { folder, openInside });
      const { isHeaded, dialect } = opened;
      return {
        ...opened,
        ...(isHeaded && { isHeaded }),
        ...(dialect && { unpacked: { path: inner, bytes: inside.bytes } }),
        rows: (sheet, note, signal) => placedRows(opened.rows(sheet, note, signal), shown),
      } satisfies OpenedFile;
    } catch (error) {
      throw placedIn(error, shown);
    }
  };
  const reader = readerOf(look);
  const file = tellingOthers(await reader.open(path, look.head, look.bytes, { folder, openInside }));
  const note = wrongExtension(reader, look.extension);
  return { file: note ? { ...file, notes: [note, ...(file.notes ?? [])] } : file, bytes: look.bytes };
}

/** Whoever reads one sheet hears of the others that are shown: one is read at a time. */
function tellingOthers(file: OpenedFile): OpenedFile {
  const shown = file.sheets.filter(({ hidden }) => !hidden);
  if (shown.length < 2) return file;
  return {
    ...file,
    async *rows(sheet, note, signal) {
      const read = sheet ?? shown[0]?.name;
      for (const { name } of shown)
        if (name !== read)
          note({
            code: 'import.other-sheets',
            text: 'The file has other sheets. Each is a table of its own, imported by itself.',
            shown: `"${name}"`,
          });
      yield* file.rows(sheet, note, signal);
    },
  };
}

async function* placedRows<T>(rows: AsyncIterable<T>, shown: string): AsyncGenerator<T> {
  try {
    yield* rows;
  } catch (error) {
    throw placedIn(error, shown);
  }
}

function readerOf(look: Look): Reader {
  return readers.find((one) => one.accepts(look)) ?? delimited;
}

/** A name that promises another format than the content is; ends that promise nothing are nobody's mistake. */
function wrongExtension(reader: Reader, extension: string) {
  if (reader.extensions.includes(extension)) return undefined;
  const promised = readers.find(({ extensions }) => extensions.includes(extension));
  if (!promised) return undefined;
  return {
    code: 'import.wrong-extension',
    text: `The name ends in ${extension}, but the content is ${reader.format}: it is read as that.`,
  };
}

/** Problems: import.unreadable, import.empty, import.binary, import.damaged, import.encrypted. */
async function lookAt(path: string, file: string): Promise<Look> {
  const { head, bytes } = await readHead(path, file);
  if (bytes === 0) throw emptyFile(file);
  const magic = Buffer.from(head.subarray(0, 8)).toString('hex');
  for (const [start, what] of STRANGERS) if (magic.startsWith(start)) throw binaryFile(file, what);
  if (magic === 'd0cf11e0a1b11ae1') {
    // An old .xls and an encrypted .xlsx share one container; the second names its stream.
    if (Buffer.from(head).includes(Buffer.from('EncryptedPackage', 'utf16le'))) throw encryptedFile(file);
  }
  const parts = magic.startsWith('504b0304')
    ? await withArchive(path, file, async (all) => all.map((part) => part.name))
    : [];
  for (const [part, what] of STRANGE_PARTS) if (parts.includes(part)) throw binaryFile(file, what);
  return { path, head, bytes, extension: extname(file).toLowerCase(), parts };
}

async function readHead(path: string, name: string): Promise<{ head: Uint8Array; bytes: number }> {
  try {
    const found = await stat(path);
    const { size } = found;
    // Opening a pipe would wait for somebody to write to it.
    if (!found.isFile()) throw new Error(found.isDirectory() ? 'a folder' : 'no file');
    const handle = await open(path);
    try {
      const head = new Uint8Array(Math.min(size, HEAD_BYTES));
      const { bytesRead } = await handle.read(head, 0, head.length, 0);
      return { head: head.subarray(0, bytesRead), bytes: size };
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw fileMissing(name, error);
  }
}
