import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { convertAll } from '../../main/cli/convertAll.ts';
import { forkImporter } from '../../main/importing/importerProcess.ts';
import { messyText } from '../support/messyText/messyText.ts';
import { bareDuckDb } from './support/bareDuckDb.ts';
import type { Bench } from './support/bench.ts';
import { peakWatch } from './support/peakWatch.ts';
import { timed } from './support/timed.ts';
import { withFolder } from './support/withFolder.ts';

const FILES = 2000;
const FIRST_SEED = 700_000;

/** A folder of small files in all dialects (one in twenty a workbook, one JSON) through `convert`; files a second go to standard error. */
export const convertMany = (stage: 'cells' | 'table'): Bench => ({
  name: stage === 'cells' ? 'convert-2000' : 'convert-2000-table',
  what: `${FILES.toLocaleString('en-GB')} small files converted, stage ${stage}`,
  measure: () =>
    withFolder(async (folder) => {
      const inputs = await writeFiles(join(folder, 'in'), join(folder, 'out'));
      const peak = peakWatch(forkImporter());
      const { signal } = new AbortController();
      let reports: Awaited<ReturnType<typeof convertAll>> = [];
      const time = await timed(async () => {
        reports = await convertAll(inputs, {
          stage,
          log: () => undefined,
          signal,
          spawnImporter: peak.spawn,
        });
      });
      peak.stop();
      const told = reports.filter(({ totals, problem }) =>
        totals
          ? totals.rowsRead === totals.header + totals.taken + totals.skipped + totals.blank
          : problem !== undefined,
      );
      if (told.length !== FILES) throw new Error(`${told.length} of ${FILES} files are accounted for.`);
      const bare = await bareDuckDb((sql) =>
        timed(async () => {
          for (const [i, { path }] of inputs.entries()) {
            const from = path.endsWith('.json')
              ? `read_json('${path}')`
              : `read_csv('${path}', all_varchar = true)`;
            // What it refuses takes its time too.
            await sql(`COPY (FROM ${from}) TO '${join(folder, `${i}.csv`)}'`).catch(() => undefined);
          }
        }),
      );
      const failed = reports.filter(({ problem }) => problem).length;
      process.stderr.write(
        `convert-2000, stage ${stage}: ${Math.round(FILES / (time / 1000))} files a second, ${failed} refused; DuckDB read_csv ${Math.round(FILES / (bare / 1000))} a second\n`,
      );
      return {
        times: [time],
        compared: { to: 'DuckDB read_csv, file by file', times: [bare] },
        peakMegabytes: peak.megabytes(),
      };
    }),
});

async function writeFiles(from: string, to: string): Promise<{ path: string; to: string }[]> {
  await mkdir(from);
  const inputs: { path: string; to: string }[] = [];
  for (let i = 0; i < FILES; i++) {
    const { bytes, rows } = messyText(FIRST_SEED + i);
    const kind = ['xlsx', 'json'][i % 20] ?? 'csv';
    const [names = [], ...others] = rows;
    const content =
      kind === 'xlsx'
        ? await writeXlsx({ sheets: [{ name: 'Data', rows }] })
        : kind === 'json'
          ? JSON.stringify(
              others.map((row) => Object.fromEntries(row.map((cell, c) => [`${c} ${names[c]}`, cell]))),
            )
          : bytes;
    const path = join(from, `${i}.${kind}`);
    await writeFile(path, content);
    inputs.push({ path, to: join(to, `${i}.${kind}.csv`) });
  }
  return inputs;
}
