import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import type { Bench } from './support/bench.ts';
import { median } from './support/statistics.ts';
import { timed } from './support/timed.ts';
import { withFolder } from './support/withFolder.ts';
import { withImports } from './support/withImports.ts';

const ROWS = 100_000;
const RUNS = 3;

/** A workbook of 100,000 rows and twelve columns to a table of the project, against its library alone, and against LibreOffice where that is. */
export const importXlsx: Bench = {
  name: 'import-xlsx-100k',
  what: 'XLSX of 100,000 x 12 inspected and imported',
  measure: () =>
    withFolder(async (folder) => {
      const path = join(folder, 'services.xlsx');
      await writeFile(path, await writeXlsx({ sheets: [{ name: 'Services', rows: [HEAD, ...rows()] }] }));
      const times: number[] = [];
      const alone: number[] = [];
      let peakMegabytes = 0;
      for (let run = 0; run < RUNS; run++) {
        const imported = await importedIn(path);
        times.push(imported.answer);
        peakMegabytes = Math.max(peakMegabytes, imported.peakMegabytes);
        alone.push(await timed(async () => readXlsx(await readFile(path))));
      }
      againstOffice(path, folder, median(times));
      return { times, compared: { to: 'its library alone', times: alone }, peakMegabytes };
    }),
};

const HEAD = ['month', 'country', 'item', ...Array.from({ length: 9 }, (_, i) => `value ${i + 1}`)];

function rows(): (string | number)[][] {
  return Array.from({ length: ROWS }, (_, i) => [
    `${2015 + (i % 10)}-${String(1 + (i % 12)).padStart(2, '0')}`,
    `C${i % 200}`,
    `item ${i % 12}`,
    ...Array.from({ length: 9 }, (_, j) => ((i * (j + 7)) % 100_000) / 100),
  ]);
}

function importedIn(path: string) {
  return withImports(({ handlers }, context) =>
    timed(async () => {
      const { id, recipe } = await handlers['import.inspect']({ path }, context);
      await handlers['import.run']({ id, recipe, title: 'Services' }, context);
    }),
  );
}

function againstOffice(path: string, folder: string, ours: number): void {
  const say = (words: string) => process.stderr.write(`import-xlsx-100k: ${words}\n`);
  const started = performance.now();
  const { error, status } = spawnSync('soffice', [
    '--headless',
    '--convert-to',
    'csv',
    '--outdir',
    folder,
    path,
  ]);
  if (error || status !== 0) say('NOT compared with LibreOffice: there is no soffice here.');
  else say(`${(ours / (performance.now() - started)).toFixed(2)} x soffice --headless --convert-to csv`);
}
