import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { utils, write } from '@e965/xlsx';
import { zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { bareDuckDb } from '../bench/support/bareDuckDb.ts';

export interface SoundFile {
  name: string;
  bytes: Buffer;
}

const CORPUS = join(import.meta.dirname, '../corpus');
/** What is no file to import. */
const WORDS = /\.(md|ts)$/;
/** Larger ones show nothing that smaller ones do not. */
const MOST_BYTES = 300_000;

/** Every file of the corpus, and one of each format that is made rather than kept. `folder` is for what must be written to be made. */
export async function soundFiles(folder: string): Promise<SoundFile[]> {
  const entries = await readdir(CORPUS, { recursive: true, withFileTypes: true });
  const kept: SoundFile[] = [];
  for (const entry of entries.filter((one) => one.isFile() && !WORDS.test(one.name))) {
    const bytes = await readFile(join(entry.parentPath, entry.name));
    if (bytes.length <= MOST_BYTES) kept.push({ name: entry.name, bytes });
  }
  kept.sort((a, b) => (a.name < b.name ? -1 : 1));
  return [...kept, ...(await madeFiles(folder))].filter(({ bytes }) => bytes.length > 0);
}

const HEAD = ['month', 'country', 'value_usd_mn', 'note'];
const ROWS = Array.from({ length: 60 }, (_, i) => [
  `${2020 + Math.floor(i / 12)}-${String(1 + (i % 12)).padStart(2, '0')}`,
  ['PK', 'IN', 'BD'][i % 3] ?? '',
  i * 1.5,
  i % 7 === 0 ? 'provisional, "as printed"' : '',
]);

async function madeFiles(folder: string): Promise<SoundFile[]> {
  const csv = Buffer.from([HEAD, ...ROWS].map((row) => row.map(quoted).join(',')).join('\n'));
  const records = ROWS.map((row) => Object.fromEntries(HEAD.map((name, i) => [name, row[i]])));
  const xlsx = Buffer.from(await writeXlsx({ sheets: [{ name: 'Exports', rows: [HEAD, ...ROWS] }] }));
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([HEAD, ...ROWS]), 'Exports');
  const workbooks = (['biff8', 'xlsb', 'ods'] as const).map((bookType) => ({
    name: `made.${bookType === 'biff8' ? 'xls' : bookType}`,
    bytes: Buffer.from(write(book, { type: 'buffer', bookType }) as Buffer),
  }));
  const parquet = join(folder, 'made.parquet');
  await bareDuckDb((run) =>
    run(
      `COPY (SELECT '2025-0' || (1 + i % 9) AS month, i AS value, [i, i + 1] AS list FROM range(500) AS r(i)) TO '${parquet}' (FORMAT parquet)`,
    ),
  );
  return [
    { name: 'made.csv', bytes: csv },
    { name: 'made.json', bytes: Buffer.from(JSON.stringify({ data: { items: records } })) },
    { name: 'made.ndjson', bytes: Buffer.from(records.map((one) => JSON.stringify(one)).join('\n')) },
    { name: 'made.xlsx', bytes: xlsx },
    ...workbooks,
    { name: 'made.parquet', bytes: await readFile(parquet) },
    { name: 'made.csv.gz', bytes: gzipSync(csv) },
    { name: 'made.zip', bytes: Buffer.from(zipSync({ 'a.csv': csv, 'b/c.xlsx': xlsx, 'readme.txt': csv })) },
  ];
}

function quoted(cell: string | number | undefined): string {
  return `"${String(cell ?? '').replaceAll('"', '""')}"`;
}
