import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Progress } from '../../../shared/contract/define.ts';
import type { ImportNote } from '../../../shared/contract/importing.ts';
import { Problem, toProblemData } from '../../../shared/contract/problem.ts';
import type { RefreshPlan } from '../../../shared/contract/refreshing.ts';
import { type Release, releasesOf, type Source } from '../../../shared/model/source.ts';
import type { Column, Table } from '../../../shared/model/table.ts';
import { periodText } from '../../../shared/periods/periodText.ts';
import type { Importer } from '../importer.ts';
import { expandPaths, type NamedFile } from '../manyFiles/expandPaths.ts';
import { fitRecipe } from '../manyFiles/fitRecipe.ts';
import type { FileLayout } from '../manyFiles/layout.ts';
import { mergeColumns } from '../manyFiles/mergeColumns.ts';
import { periodInName } from '../manyFiles/periodInName.ts';
import type { RefreshedFile } from './refreshFile.ts';

export type FileReport = NonNullable<RefreshPlan['files']>[number];

interface Asked {
  table: Table;
  source: Source;
  /** The folder that holds the files now, or one of them. */
  path: string;
  importer: Importer;
  /** Where the importer may write. */
  folder: string;
  fiscalYearStart: number;
  to: string;
}

const NO_COLUMNS = { missing: [], renamed: [], periodsGone: [], periodsNew: [], added: [] };

/**
 * The files of a folder through the recipe that made one table of its files: all of them are read, so that what is gone is known from what is the same.
 * Each is told: the same, changed, new, gone, or why it does not fit.
 */
export async function refreshFiles(
  asked: Asked,
  signal: AbortSignal,
  progress: (progress: Progress) => void,
): Promise<RefreshedFile> {
  const { source, table, importer, folder, fiscalYearStart, to } = asked;
  const { files, skipped } = await expandPaths([{ path: await folderAt(asked.path) }], signal);
  const known = newestByName(releasesOf(source));
  const reports: FileReport[] = skipped.map(({ name, problem }) => ({ name, state: 'skipped', problem }));
  const open = (path: string, like: readonly FileLayout[]) =>
    importer.layout({ path, folder, fiscalYearStart }, like, signal);
  const first = await firstLayout(files, source, open, signal);
  const parts: {
    path: string;
    name: string;
    period: string | null;
    columns: Column[];
    layout: FileLayout;
  }[] = [];
  const notes: ImportNote[] = [];
  let rows = 0;
  let words: RefreshPlan['steps'] = [];
  for (const [i, { path, name: nameNow }] of files.entries()) {
    progress({ done: i, total: files.length, note: nameNow });
    let name = nameNow;
    try {
      const layout = await open(path, first ? [first] : []);
      name = nameBefore(nameNow, layout.sha256, known, files);
      const written = join(folder, `part-${i}.parquet`);
      const made = await importer.run(
        fitRecipe(source.recipe, first ?? layout, layout),
        written,
        signal,
        () => undefined,
      );
      if (parts.length === 0) words = made.words.map((one) => ({ ...one, told: [] }));
      const period = periodText(periodInName(name, fiscalYearStart));
      parts.push({
        path: written,
        name,
        period: period === '' ? null : period,
        columns: made.columns,
        layout,
      });
      notes.push(...made.notes.map((note) => ({ ...note, text: `${name}: ${note.text}` })));
      rows += made.rowCount;
      const before = known.get(name);
      const state = !before ? 'new' : before.sha256 === layout.sha256 ? 'same' : 'changed';
      reports.push({ name, state, rows: made.rowCount });
    } catch (error) {
      signal.throwIfAborted();
      reports.push({ name, state: 'unfit', problem: toProblemData(error) });
    }
  }
  const told = new Set(reports.map(({ name }) => name));
  for (const name of known.keys()) if (!told.has(name)) reports.push({ name, state: 'gone' });
  const common = {
    bytes: parts.reduce((sum, { layout }) => sum + layout.bytes, 0),
    sha256: createHash('sha256')
      .update(parts.map(({ layout }) => layout.sha256).join('\n'))
      .digest('hex'),
    columns: NO_COLUMNS,
    steps: words,
    notes: notes.map(({ treatments: _, ...note }) => note),
    hint: null,
    files: reports,
    filesRead: parts.map(({ name, layout }) => ({ name, sha256: layout.sha256, bytes: layout.bytes })),
  };
  if (parts.length === 0) return { ...common, problem: toProblemData(noneFits(table.title)) };
  const columns = mergeColumns(parts.map((part) => part.columns));
  const own = (id: string | undefined) => table.columns.find((column) => column.id === id);
  const [file, period] = [own(source.files?.column), own(source.files?.period)];
  const parted = parts.map(({ path, name, period: inName }) => ({ path, name, period: inName }));
  await importer.unite({ folder, columns, parts: parted, file: file?.id, period: period?.id, to }, signal);
  const fromNames = [file, period].filter((column) => column !== undefined);
  return { ...common, made: { recipe: source.recipe, columns: [...fromNames, ...columns], rows } };
}

/** The folder itself, or the one that holds the file. */
export async function folderAt(path: string): Promise<string> {
  return (await stat(path).catch(() => null))?.isDirectory() ? path : dirname(path);
}

/** The file that the recipe was made on is the one whose header it has, most often the first; a header that no file has was set by hand. */
async function firstLayout(
  files: readonly NamedFile[],
  { recipe }: Source,
  open: (path: string, like: readonly FileLayout[]) => Promise<FileLayout>,
  signal: AbortSignal,
): Promise<FileLayout | undefined> {
  const header = (of: FileLayout['recipe']) => JSON.stringify(of.find(({ step }) => step === 'header'));
  let first: FileLayout | undefined;
  for (const { path } of files) {
    try {
      const layout = await open(path, first ? [first] : []);
      first ??= layout;
      if (header(layout.recipe) === header(recipe)) return layout;
    } catch {
      // It is told when it is read.
      signal.throwIfAborted();
    }
  }
  return first;
}

/** A file that was only renamed is the one that it was. */
function nameBefore(
  name: string,
  sha256: string,
  known: ReadonlyMap<string, Release>,
  files: readonly NamedFile[],
): string {
  if (known.has(name)) return name;
  const was = [...known.values()].find((release) => release.sha256 === sha256);
  return was && !files.some((file) => file.name === was.fileName) ? was.fileName : name;
}

function newestByName(releases: readonly Release[]): Map<string, Release> {
  return new Map(releases.map((release) => [release.fileName, release]));
}

function noneFits(title: string): Problem {
  return new Problem({
    code: 'refresh.no-file-fits',
    message: `No file of that folder fits the recipe of "${title}".`,
    remedy: 'Choose a file in the folder that holds its files.',
    place: { table: title },
  });
}
