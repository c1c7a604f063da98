import { readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { openFile } from '../../../main/importing/readers/index.ts';
import type { ReaderNote } from '../../../main/importing/readers/reader.ts';

const folder = join(import.meta.dirname, '../../corpus/dialects');
const Expected = z.strictObject({
  encoding: z.string(),
  delimiter: z.string(),
  quote: z.string(),
  escape: z.string(),
  rows: z.array(z.array(z.string())),
  notes: z.array(z.strictObject({ code: z.string(), line: z.number() })),
});

const files = (await readdir(folder)).filter((name) => !/\.(json|md)$/.test(name));

test.each(files)('%s', async (name) => {
  const expected = Expected.parse(JSON.parse(await readFile(join(folder, `${name}.expected.json`), 'utf8')));
  const { file } = await openFile(join(folder, name), tmpdir());
  const notes: ReaderNote[] = [];
  const rows: (string | null)[][] = [];
  for await (const batch of file.rows(undefined, (note) => notes.push(note), AbortSignal.timeout(10_000)))
    rows.push(...batch.map(({ cells }) => cells));
  expect(rows).toEqual(expected.rows);
  expect({ encoding: file.encoding, ...file.dialect }).toEqual({
    encoding: expected.encoding,
    delimiter: expected.delimiter,
    quote: expected.quote,
    escape: expected.escape,
  });
  expect(notes.map(({ code, line }) => ({ code, line }))).toEqual(expected.notes);
});
