import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Column, Table } from '../../../shared/model/table.ts';
import { buildTable } from '../../importing/buildTable.ts';
import { Importer } from '../../importing/importer.ts';
import { forkImporter } from '../../importing/importerProcess.ts';
import type { Bench } from '../bench.ts';
import { runQuery } from '../runQuery.ts';
import { sampleDeck } from './sampleDeck.ts';
import { type SampleBuilt, type SampleFile, sampleBuilt, sampleFiles } from './sampleTables.ts';
import { sampleTargets } from './sampleTargets.ts';
import { sampleColours, samplePages, sampleViews } from './sampleViews.ts';

/** When the figures were gathered: the sample is the same file whenever it is built. */
const GATHERED_AT = '2026-06-30T00:00:00.000Z';

/**
 * Fills the open, empty project of the bench with the sample: the raw releases through the importer, the built tables through their recipes,
 * then views, pages, targets and the deck through the commands that a user's edits go through.
 */
export async function buildSample(bench: Bench, signal: AbortSignal): Promise<void> {
  const { options } = bench;
  const importer = new Importer(options.spawnImporter ?? forkImporter(options.importerModule), options.log);
  const folder = await mkdtemp(join(options.userFolder, 'sample-'));
  try {
    for (const file of sampleFiles) await addFile(bench, importer, folder, file, signal);
  } finally {
    importer.close();
    await rm(folder, { recursive: true, force: true });
  }
  await addPakistanToPeers(bench, signal);
  for (const built of sampleBuilt) await addBuilt(bench, built, signal);
  const editor = bench.editor();
  await editor.run('updateProject', { change: { colours: sampleColours } }, signal);
  for (const target of sampleTargets) await editor.run('addTarget', { target }, signal);
  for (const view of sampleViews) await editor.run('addView', { view }, signal);
  for (const page of samplePages) await editor.run('addPage', { page }, signal);
  await editor.run('addDeck', { deck: sampleDeck }, signal);
}

async function addFile(
  bench: Bench,
  importer: Importer,
  folder: string,
  sample: SampleFile,
  signal: AbortSignal,
): Promise<void> {
  const { options } = bench;
  const project = bench.project();
  const path = join(options.assetsFolder, 'sample', sample.file);
  const { fiscalYearStart } = project.document;
  const written = join(folder, `${sample.table.id}.parquet`);
  const result = await importer.runFile(
    { path, folder, fiscalYearStart, recipe: sample.recipe, to: written },
    signal,
  );
  const rows = join(project.folder, `${options.newId()}.parquet`);
  await rename(written, rows);
  const bytes = await readFile(path);
  const source = {
    id: `source-${sample.table.id}`,
    title: sample.sourceTitle,
    fileName: sample.file,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
    importedAt: GATHERED_AT,
    recipe: result.recipe,
    notes: result.notes.map(({ code, title, text, count }) => ({
      code,
      text: `${title}: ${text}`,
      ...(count !== undefined && { count }),
    })),
    rows: result.rowCount,
  };
  const table: Table = {
    ...sample.table,
    source: source.id,
    columns: named(result.columns, sample.columns),
    rowCount: result.rowCount,
    sourceRank: [],
    revision: 0,
  };
  await bench.editor().run('addTable', { rows, source, table }, signal);
}

function named(columns: readonly Column[], words: SampleFile['columns']): Column[] {
  return columns.map((column) => ({ ...column, ...words[column.id] }));
}

/** Pakistan is not among the economies that the World Bank's extract lists: its calendar year is the sum of the months on file, marked derived. */
async function addPakistanToPeers(bench: Bench, signal: AbortSignal): Promise<void> {
  const { value } = await runQuery(
    bench.project(),
    {
      table: 'monthly-releases',
      measure: { column: 'value_usd_mn', aggregate: 'sum' },
      keys: [],
      as: 'none',
      where: [
        { column: 'item', oneOf: ['ict_total'] },
        { column: 'month', from: '2024-01', to: '2024-12' },
      ],
      vintage: 'latest',
      sort: 'natural',
      others: false,
    },
    { signal },
  );
  const row = {
    country: 'Pakistan',
    iso3: 'PAK',
    year: '2024',
    measure: 'ict_services_exports_bop',
    value_mn: value.values[0] ?? null,
    currency: 'USD',
    source: 'SBP as printed in the press, latest vintage of each month',
    note: 'Derived: the sum of January to December 2024 in Monthly releases',
  };
  await bench.editor().run('insertRows', { table: 'peer-figures', rows: [row] }, signal);
}

async function addBuilt(
  bench: Bench,
  { table: words, from, recipe }: SampleBuilt,
  signal: AbortSignal,
): Promise<void> {
  const project = bench.project();
  const parent = project.document.tables.find(({ id }) => id === from);
  const described: Table = {
    ...words,
    columns: parent?.columns ?? [],
    rowCount: 0,
    sourceRank: [],
    revision: 0,
    builtFrom: { tables: [from], recipe, builtAt: 0 },
  };
  const built = await buildTable(project, described, bench.options.newId, signal);
  await bench
    .editor()
    .run(
      'addTable',
      { table: { ...described, columns: built.columns, rowCount: built.rowCount }, rows: built.path },
      signal,
    );
}
