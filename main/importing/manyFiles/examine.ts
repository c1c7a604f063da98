import { join } from 'node:path';
import type { ImportNote } from '../../../shared/contract/importing.ts';
import type { FileGroup, FileOfGroup } from '../../../shared/contract/manyFiles.ts';
import { Problem, type ProblemData, toProblemData } from '../../../shared/contract/problem.ts';
import type { Recipe } from '../../../shared/model/recipe.ts';
import type { Column } from '../../../shared/model/table.ts';
import { periodOfText, periodText } from '../../../shared/periods/periodText.ts';
import type { Importer } from '../importer.ts';
import { shownText } from '../shownText.ts';
import type { NamedFile } from './expandPaths.ts';
import { fitRecipe } from './fitRecipe.ts';
import { type FileLayout, layoutDifference, layoutKey } from './layout.ts';
import { mergeColumns } from './mergeColumns.ts';
import { otherTables } from './otherTables.ts';
import { periodInName } from './periodInName.ts';

/** What the examination needs of the program around it. */
export interface Examining {
  importer: Importer;
  /** The only place that is written to. */
  folder: string;
  fiscalYearStart: number;
  signal: AbortSignal;
  progress(done: number, total: number, note: string): void;
}

/** A file whose table is written. */
export interface Part extends NamedFile {
  layout: FileLayout;
  /** Its table, and what its columns are. */
  written: string;
  columns: Column[];
  rows: number;
  notes: ImportNote[];
}

/** Files of one layout. */
export interface Group {
  recipe: Recipe;
  /** The file that the recipe was made on, and its layout. */
  of: NamedFile;
  first: FileLayout;
  parts: Part[];
  /** Files that the recipe does not fit. */
  unfit: Unfit[];
}

export interface Unfit extends NamedFile {
  problem: ProblemData;
}

export interface Examined {
  groups: Group[];
  skipped: { name: string; problem: ProblemData }[];
}

/** Notes and cells of a note that travel to the window for each of many files. */
const MOST_CELLS = 10;

/** Each file is opened once: what it holds decides the group, the group's recipe makes its table. A file that cannot be read stops nobody. */
export async function examine(files: readonly NamedFile[], examining: Examining): Promise<Examined> {
  const { importer, folder, fiscalYearStart, signal, progress } = examining;
  const groups = new Map<string, Group>();
  const skipped: Examined['skipped'] = [];
  const seen = new Map<string, string>();
  for (const [i, file] of files.entries()) {
    progress(i, files.length, file.name);
    try {
      const known = [...groups.values()].map(({ first }) => first);
      const layout = await importer.layout({ path: file.path, folder, fiscalYearStart }, known, signal);
      const twin = seen.get(layout.sha256);
      if (twin !== undefined) {
        skipped.push({ name: file.name, problem: sameFile(file.name, twin) });
        continue;
      }
      seen.set(layout.sha256, file.name);
      const key = layoutKey(layout);
      const there = groups.get(key);
      const group = there ?? startGroup(file, layout);
      await take(file, layout, group, examining);
      const [unfit] = group.unfit;
      // A file that does not fit its own recipe makes no group.
      if (!there && unfit) skipped.push({ name: file.name, problem: unfit.problem });
      else groups.set(key, group);
    } catch (error) {
      signal.throwIfAborted();
      skipped.push({ name: file.name, problem: toProblemData(error) });
    }
  }
  progress(files.length, files.length, '');
  return { groups: [...groups.values()].toSorted((a, b) => b.parts.length - a.parts.length), skipped };
}

/** Another recipe over the files of a group. Files that it does not fit are told; the Problem of the first where it fits none. */
export async function examineAgain(group: Group, recipe: Recipe, examining: Examining): Promise<Group> {
  const { importer, folder, fiscalYearStart, signal, progress } = examining;
  const changed: Group = { ...group, recipe, parts: [], unfit: [] };
  const files = inOrder([...group.parts, ...group.unfit]);
  for (const [i, { path, name }] of files.entries()) {
    progress(i, files.length, name);
    const layout = await importer.layout({ path, folder, fiscalYearStart }, [group.first], signal);
    await take({ path, name }, layout, changed, examining);
  }
  const [first] = changed.unfit;
  if (changed.parts.length === 0 && first) throw new Problem(first.problem);
  return changed;
}

/** The group without one of its files, and that file as a group of its own, by the recipe that is proposed for it alone. */
export async function setApart(
  group: Group,
  path: string,
  examining: Examining,
): Promise<{ rest: Group; apart: Group }> {
  const { importer, folder, fiscalYearStart, signal } = examining;
  const file = [...group.parts, ...group.unfit].find((one) => one.path === path);
  if (!file) throw new Problem({ code: 'import.no-group', message: 'That file is not in the group.' });
  if (group.parts.every((part) => part.path === path)) throw aloneAlready(file.name);
  const layout = await importer.layout({ path, folder, fiscalYearStart }, [], signal);
  const apart = startGroup({ path, name: file.name }, layout);
  await take(apart.of, layout, apart, examining);
  const [unfit] = apart.unfit;
  if (unfit) throw new Problem(unfit.problem);
  const others = <T extends NamedFile>(list: readonly T[]) => list.filter((one) => one.path !== path);
  return { rest: { ...group, parts: others(group.parts), unfit: others(group.unfit) }, apart };
}

function startGroup({ path, name }: NamedFile, layout: FileLayout): Group {
  return { recipe: layout.recipe, of: { path, name }, first: layout, parts: [], unfit: [] };
}

/** Makes the file's table by the group's recipe, or says why that cannot be. */
async function take(file: NamedFile, layout: FileLayout, group: Group, examining: Examining): Promise<void> {
  try {
    group.parts.push(await makePart(file, layout, group, examining));
  } catch (error) {
    examining.signal.throwIfAborted();
    if (!(error instanceof Problem)) throw error;
    group.unfit.push({ ...file, problem: toProblemData(error.at({ file: file.name })) });
  }
}

const byName = new Intl.Collator('en', { numeric: true });

function inOrder(files: readonly NamedFile[]): NamedFile[] {
  return files.toSorted((a, b) => byName.compare(a.name, b.name));
}

let written = 0;

async function makePart(
  { path, name }: NamedFile,
  layout: FileLayout,
  group: Group,
  { importer, folder, signal }: Examining,
): Promise<Part> {
  const to = join(folder, `part-${++written}.parquet`);
  const recipe = fitRecipe(group.recipe, group.first, layout);
  const made = await importer.run(recipe, to, signal, () => undefined);
  const notes = [...otherTables(name, layout), ...made.notes];
  return { path, name, layout, written: to, columns: made.columns, rows: made.rowCount, notes };
}

/** A group as the window shows it. */
export async function shownGroup(
  group: Group,
  first: Group,
  { importer, folder, fiscalYearStart, signal }: Examining,
): Promise<FileGroup> {
  const { parts } = group;
  const columns = mergeColumns(parts.map((part) => part.columns));
  const united = await importer.unite(
    {
      folder,
      columns,
      // The first rows lie in the first files.
      parts: partsForRows(parts).map((part) => ({ path: part.written, name: part.name, period: null })),
    },
    signal,
  );
  const names = group.first.names.join('\n');
  return {
    recipe: group.recipe,
    recipeOf: group.of.path,
    unfit: group.unfit.map(({ path, name, problem }) => ({ path, name, problem })),
    difference:
      group === first ? { missing: [], added: [], units: [] } : layoutDifference(first.first, group.first),
    files: parts.map(
      (part): FileOfGroup => ({
        path: part.path,
        name: part.name,
        bytes: part.layout.bytes,
        sha256: part.layout.sha256,
        rows: part.rows,
        otherOrder: part.layout.names.join('\n') !== names,
        ...periodOf(part.name, fiscalYearStart),
        notes: part.notes.map(({ treatments: _, cells, ...note }) => ({
          ...note,
          ...(cells && { cells: cells.slice(0, MOST_CELLS) }),
        })),
      }),
    ),
    columns,
    rowCount: parts.reduce((sum, { rows }) => sum + rows, 0),
    rows: united.rows.map(({ file, line, cells }) => ({
      file,
      line,
      cells: columns.map((column, i) => {
        const cell = cells[i] ?? null;
        const value = column.type === 'period' && typeof cell === 'string' ? periodOfText(cell) : cell;
        return shownText(column, value, fiscalYearStart);
      }),
    })),
  };
}

function partsForRows(parts: readonly Part[]): Part[] {
  let rows = 0;
  const needed = parts.findIndex((part) => {
    rows += part.rows;
    return rows >= 200;
  });
  return parts.slice(0, needed < 0 ? parts.length : needed + 1);
}

function periodOf(name: string, fiscalYearStart: number): { period?: string } {
  const code = periodInName(name, fiscalYearStart);
  return code < 0 ? {} : { period: periodText(code) };
}

function aloneAlready(name: string): Problem {
  return new Problem({
    code: 'import.alone-already',
    message: 'It is the only file that the recipe of its group fits.',
    place: { file: name },
  });
}

function sameFile(name: string, twin: string): ProblemData {
  return {
    code: 'import.same-file',
    message: `It is the same as ${twin}, byte by byte.`,
    remedy: 'It was left out, so that nothing is counted twice.',
    place: { file: name },
  };
}
