import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BLANKS, GAPS } from '../../main/importing/detection/dialect.ts';
import { openFile } from '../../main/importing/readers/index.ts';
import { messyText } from '../support/messyText/messyText.ts';
import type { Writing } from '../support/messyText/writing.ts';
import { bareDuckDb } from './support/bareDuckDb.ts';
import type { Bench } from './support/bench.ts';
import { timed } from './support/timed.ts';
import { withFolder } from './support/withFolder.ts';

const FILES = 200;
const FIRST_SEED = 500_000;

/** Encoding and dialect of messy files found, each by itself; how many delimiters are right goes to standard error, for ours and the engine's. */
export const detectDialects: Bench = {
  name: 'detect-dialects',
  what: 'encoding and dialect of a messy file',
  measure: () =>
    withFolder(async (folder) => {
      const files = Array.from({ length: FILES }, (_, i) => messyText(FIRST_SEED + i));
      const paths = files.map((_, i) => join(folder, `${i}.dat`));
      for (const [i, { bytes }] of files.entries()) await writeFile(paths[i] ?? '', bytes);
      const times: number[] = [];
      const bare: number[] = [];
      const right = { ours: 0, bare: 0 };
      await bareDuckDb(async (_, rows) => {
        for (const [i, { writing, encoding }] of files.entries()) {
          const path = paths[i] ?? '';
          times.push(
            await timed(async () => {
              const { file } = await openFile(path, tmpdir());
              if (file.dialect?.delimiter === delimiterOf(writing)) right.ours++;
            }),
          );
          // It has to be told the encoding; that costs it nothing.
          const told = encoding.startsWith('utf-16')
            ? ", encoding = 'utf-16'"
            : encoding.startsWith('windows')
              ? ", encoding = 'latin-1'"
              : '';
          bare.push(
            await timed(async () => {
              const found = await rows(`SELECT Delimiter FROM sniff_csv('${path}'${told})`).catch(() => []);
              if (found[0]?.[0] === delimiterOf(writing)) right.bare++;
            }),
          );
        }
      });
      process.stderr.write(
        `detect-dialects: delimiters right in ${FILES} files: ${right.ours} by Tijarat, ${right.bare} by DuckDB\n`,
      );
      return { times, compared: { to: 'DuckDB sniff_csv', times: bare } };
    }),
};

function delimiterOf({ aligned, delimiter }: Writing): string {
  return aligned ? (delimiter === ' ' ? BLANKS : GAPS) : delimiter;
}
