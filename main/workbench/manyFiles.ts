import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { isAbsolute, join, relative } from 'node:path';
import type { FileGroup, GroupWanted, ManyFiles } from '../../shared/contract/manyFiles.ts';
import { Problem } from '../../shared/contract/problem.ts';
import type { CallContext, Handlers } from '../../shared/contract/server.ts';
import type { Source } from '../../shared/model/source.ts';
import type { Column, Table } from '../../shared/model/table.ts';
import { periodText } from '../../shared/periods/periodText.ts';
import { columnId } from '../importing/columnIds.ts';
import { Importer } from '../importing/importer.ts';
import { forkImporter } from '../importing/importerProcess.ts';
import { commonFolder } from '../importing/manyFiles/commonFolder.ts';
import {
  type Examined,
  type Examining,
  examine,
  examineAgain,
  type Group,
  type Part,
  setApart,
  shownGroup,
} from '../importing/manyFiles/examine.ts';
import { expandPaths, notData } from '../importing/manyFiles/expandPaths.ts';
import { filesWords } from '../importing/manyFiles/filesWords.ts';
import { mergeColumns } from '../importing/manyFiles/mergeColumns.ts';
import { periodInName } from '../importing/manyFiles/periodInName.ts';
import type { Bench } from './bench.ts';
import { moveFile } from './moveFile.ts';

type ManyCalls = Extract<keyof Handlers, `importMany.${string}`>;

/** Files that a window has open together. */
interface Open {
  importer: Importer;
  folder: string;
  fiscalYearStart: number;
  examined: Examined;
  shown: FileGroup[];
}

/** Many files at once: those of one layout become one table. */
export function manyFilesHandlers(bench: Bench): Pick<Handlers, ManyCalls> {
  const { options } = bench;
  const open = new Map<string, Open>();

  async function drop(id: string): Promise<void> {
    const found = open.get(id);
    open.delete(id);
    found?.importer.close();
    if (found) await rm(found.folder, { recursive: true, force: true });
  }

  return {
    async 'importMany.inspect'({ files: asked, others = [] }, context) {
      const id = options.newId();
      const importer = new Importer(
        options.spawnImporter ?? forkImporter(options.importerModule),
        options.log,
      );
      const folder = await mkdtemp(join(options.userFolder, 'import-'));
      const fiscalYearStart =
        bench.current()?.document.fiscalYearStart ?? (await bench.settings.get()).fiscalYearStart;
      const found: Open = {
        importer,
        folder,
        fiscalYearStart,
        examined: { groups: [], skipped: [] },
        shown: [],
      };
      open.set(id, found);
      try {
        const { files, skipped } = await expandPaths(asked, context.signal);
        const examining = examiningOf(found, context);
        const { groups, skipped: unread } = await examine(files, examining);
        found.examined = { groups, skipped: [...skipped, ...unread, ...others.map(notData)] };
        if (groups.length === 0 && found.examined.skipped.length === 0) throw nothingThere();
        for (const group of groups) found.shown.push(await shownGroup(group, groups[0] ?? group, examining));
        return answer(id, found);
      } catch (error) {
        await drop(id);
        throw error;
      }
    },
    async 'importMany.change'({ id, group: at, recipe }, context) {
      const found = filesOf(open, id);
      const before = groupOf(found, at);
      const examining = examiningOf(found, context);
      const group = await examineAgain(before, recipe, examining);
      const shown = await shownGroup(group, at === 0 ? group : groupOf(found, 0), examining);
      found.examined.groups[at] = group;
      found.shown[at] = shown;
      return answer(id, found);
    },
    async 'importMany.setApart'({ id, group: at, path }, context) {
      const found = filesOf(open, id);
      const examining = examiningOf(found, context);
      const { rest, apart } = await setApart(groupOf(found, at), path, examining);
      const groups = found.examined.groups.with(at, rest);
      // The first file of a layout stays what the others are compared with, even where it stands apart.
      groups.push(apart);
      const [first = apart] = groups;
      const shown: FileGroup[] = [];
      for (const group of groups) shown.push(await shownGroup(group, first, examining));
      found.examined.groups = groups;
      found.shown = shown;
      return answer(id, found);
    },
    async 'importMany.run'({ id, groups: wanted }, context) {
      const found = filesOf(open, id);
      const { signal } = context;
      const tables: { table: Table; source: Source; rows: string }[] = [];
      const placed: { source: Source; folder: string }[] = [];
      for (const [i, want] of wanted.entries()) {
        context.progress({ done: i, total: wanted.length, note: want.title });
        const group = groupOf(found, want.group);
        const parts = group.parts.filter(({ path }) => !want.without?.includes(path));
        if (parts.length === 0) throw noFiles(want.title);
        const made = columnsOf(parts, want);
        const { file, period } = made;
        const to = join(found.folder, `table-${i}.parquet`);
        await found.importer.unite(
          {
            folder: found.folder,
            columns: mergeColumns(parts.map((part) => part.columns)),
            parts: parts.map((part) => ({
              path: part.written,
              name: part.name,
              period: nonEmpty(periodText(periodInName(part.name, found.fiscalYearStart))),
            })),
            file: file?.id,
            period: period?.id,
            to,
          },
          signal,
        );
        const rows = join(bench.project().folder, `${options.newId()}.parquet`);
        await moveFile(to, rows);
        const described = describe(options, want, group, parts, made);
        tables.push({ ...described, rows });
        placed.push({ source: described.source, folder: commonFolder(parts.map(({ path }) => path)) });
      }
      const [only, ...others] = tables;
      if (only && others.length === 0) await bench.editor().run('addTable', only, signal);
      else await bench.editor().run('addTables', { tables }, signal);
      // What a browser dropped is a copy: it has no place that it could be found at again.
      for (const { source, folder } of placed.filter(({ folder }) => !isWithin(folder, options.userFolder)))
        await bench.sourcePlaces
          .note(source.id, folder, source.sha256)
          .catch((error) => options.log(`The place of ${source.fileName} was not noted: ${error}`));
      await drop(id);
      return { tables: tables.map(({ table }) => ({ table: table.id, rows: table.rowCount })) };
    },
    async 'importMany.drop'({ id }) {
      await drop(id);
      return undefined;
    },
  };
}

function examiningOf(
  { importer, folder, fiscalYearStart }: Open,
  { signal, progress }: CallContext,
): Examining {
  return {
    importer,
    folder,
    fiscalYearStart,
    signal,
    progress: (done, total, note) => progress({ done, total, note }),
  };
}

function answer(id: string, { shown, examined }: Open): ManyFiles {
  return { id, groups: shown, skipped: examined.skipped };
}

/** The columns of the table: the file and its period stand first. */
function columnsOf(
  parts: readonly Part[],
  { fileColumn, period: wanted }: GroupWanted,
): { columns: Column[]; file?: Column; period?: Column } {
  const own = mergeColumns(parts.map((part) => part.columns));
  const ids = new Set(own.map(({ id }) => id.toLowerCase()));
  const names = new Set(own.map(({ name }) => name.toLowerCase()));
  const add = (wish: string, rest: Pick<Column, 'type' | 'role'>): Column => {
    let name = wish;
    for (let n = 2; names.has(name.toLowerCase()); n++) name = `${wish} ${n}`;
    names.add(name.toLowerCase());
    const id = columnId(name, ids);
    ids.add(id);
    return { id, name, label: name.replace(/^./, (first) => first.toUpperCase()), ...rest };
  };
  // Releases of one table repeat its keys: the file must not keep them apart, or none would be picked.
  const file =
    fileColumn === undefined
      ? undefined
      : add(fileColumn, { type: 'category', role: wanted?.as === 'vintage' ? 'note' : 'dimension' });
  const hasTime = own.some(({ role }) => role === 'time');
  const period =
    wanted === undefined
      ? undefined
      : wanted.as === 'time'
        ? add(wanted.name, { type: 'period', role: hasTime ? 'dimension' : 'time' })
        : add(wanted.name, { type: 'category', role: 'vintage' });
  return {
    columns: [...(file ? [file] : []), ...(period ? [period] : []), ...own],
    ...(file && { file }),
    ...(period && { period }),
  };
}

function describe(
  { newId, now }: Pick<Bench['options'], 'newId' | 'now'>,
  { title, period }: GroupWanted,
  group: Group,
  parts: readonly Part[],
  { columns, file, period: inName }: ReturnType<typeof columnsOf>,
): { table: Table; source: Source } {
  const rows = parts.reduce((sum, part) => sum + part.rows, 0);
  const names = filesWords(parts.map(({ name }) => name));
  const readAt = now().toISOString();
  let firstRow = 1;
  const source: Source = {
    id: newId(),
    title,
    fileName: names,
    sha256: createHash('sha256')
      .update(parts.map(({ layout }) => layout.sha256).join('\n'))
      .digest('hex'),
    bytes: parts.reduce((sum, { layout }) => sum + layout.bytes, 0),
    importedAt: readAt,
    recipe: group.recipe,
    notes: parts.flatMap((part) =>
      part.notes.map((note) => ({
        code: note.code,
        text: `${part.name}: ${note.title}: ${note.text}`,
        ...(note.count !== undefined && { count: note.count }),
      })),
    ),
    rows,
    files: { ...(file && { column: file.id }), ...(inName && { period: inName.id }) },
    releases: parts.map((part) => {
      const release = {
        fileName: part.name,
        sha256: part.layout.sha256,
        bytes: part.layout.bytes,
        seenAt: readAt,
        firstRow,
        rows: part.rows,
        estimated: period?.as === 'vintage',
      };
      firstRow += part.rows;
      return release;
    }),
  };
  const table: Table = {
    id: newId(),
    title,
    kind: 'data',
    columns,
    rowCount: rows,
    source: source.id,
    sourceRank: [],
    sourceLine: names,
    revision: 0,
  };
  return { table, source };
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return !way.startsWith('..') && !isAbsolute(way);
}

function nonEmpty(text: string): string | null {
  return text === '' ? null : text;
}

function filesOf(open: ReadonlyMap<string, Open>, id: string): Open {
  const found = open.get(id);
  if (found) return found;
  throw new Problem({
    code: 'import.forgotten',
    message: 'These files are no longer open for import.',
    remedy: 'Choose them again.',
  });
}

function groupOf({ examined }: Open, at: number): Group {
  const group = examined.groups[at];
  if (group) return group;
  throw new Problem({ code: 'import.no-group', message: 'There is no such group of files.' });
}

function nothingThere(): Problem {
  return new Problem({
    code: 'import.no-files',
    message: 'There are no files of data in it.',
    remedy: 'Choose text (CSV, TSV), workbooks (Excel, OpenDocument), JSON or Parquet.',
  });
}

function noFiles(title: string): Problem {
  return new Problem({
    code: 'import.no-files',
    message: `Every file of "${title}" is left out.`,
    remedy: 'Keep one, or leave the whole group out.',
  });
}
