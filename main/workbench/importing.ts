import { copyFile, mkdtemp, rename, rm } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { Problem } from '../../shared/contract/problem.ts';
import type { CallContext, Handlers } from '../../shared/contract/server.ts';
import type { Source } from '../../shared/model/source.ts';
import type { Table } from '../../shared/model/table.ts';
import { Importer } from '../importing/importer.ts';
import { forkImporter, type RunResult } from '../importing/importerProcess.ts';
import { keepPasted } from '../importing/keepPasted.ts';
import type { Bench } from './bench.ts';
import type { MappingsFile } from './mappingsFile.ts';

type ImportCalls = Extract<keyof Handlers, `import.${string}`>;

/** A file that a window has open in the import window: a process of its own, and the folder that it may write to. */
interface Inspected {
  importer: Importer;
  folder: string;
  path: string;
  bytes: number;
}

export function importingHandlers(bench: Bench, mappingsFile: MappingsFile): Pick<Handlers, ImportCalls> {
  const open = new Map<string, Inspected>();
  const { options } = bench;

  async function drop(id: string): Promise<void> {
    const inspected = open.get(id);
    open.delete(id);
    inspected?.importer.close();
    if (inspected) await rm(inspected.folder, { recursive: true, force: true });
  }

  const newFolder = () => mkdtemp(join(options.userFolder, 'import-'));

  async function inspect(folder: string, path: string, { signal, progress }: CallContext) {
    const id = options.newId();
    const importer = new Importer(options.spawnImporter ?? forkImporter(options.importerModule), options.log);
    open.set(id, { importer, folder, path, bytes: 0 });
    try {
      const fiscalYearStart =
        bench.current()?.document.fiscalYearStart ?? (await bench.settings.get()).fiscalYearStart;
      const mappings = await mappingsFile.get();
      const preview = await importer.inspect(
        { path, folder, fiscalYearStart, mappings },
        signal,
        progress,
        true,
      );
      open.set(id, { importer, folder, path, bytes: preview.bytes });
      return { ...preview, id };
    } catch (error) {
      await drop(id);
      throw error;
    }
  }

  return {
    async 'import.inspect'({ path }, calling) {
      return await inspect(await newFolder(), path, calling);
    },
    async 'import.fromText'({ text, html, title }, calling) {
      const folder = await newFolder();
      return await inspect(folder, await keepPasted(folder, { text, html, title }), calling);
    },
    async 'import.preview'({ id, recipe }, { signal, progress }) {
      const { importer } = inspectedFile(open, id);
      return { ...(await importer.preview(recipe, signal, progress)), id };
    },
    async 'import.propose'({ id, recipe }, { signal, progress }) {
      const { importer } = inspectedFile(open, id);
      return { ...(await importer.propose(recipe, signal, progress)), id };
    },
    async 'import.rows'({ id, of, recipe, ...asked }) {
      const { rows, ...where } = await inspectedFile(open, id).importer.rows(of, recipe, asked);
      return {
        ...where,
        rows: rows.map(([line, ...cells]) => ({
          line: Number(line ?? 0),
          cells: cells.map((cell) => (cell === null ? '' : String(cell))),
        })),
      };
    },
    async 'import.run'({ id, recipe, title, others = [] }, { signal, progress }) {
      const inspected = inspectedFile(open, id);
      const { importer } = inspected;
      const project = bench.project();
      const tables: { table: Table; source: Source; rows: string }[] = [];
      for (const one of [{ recipe, title, propose: false }, ...others]) {
        const whole = one.propose
          ? (await importer.propose(one.recipe, signal, progress)).recipe
          : one.recipe;
        const written = join(inspected.folder, 'table.parquet');
        const result = await importer.run(whole, written, signal, progress);
        const rows = join(project.folder, `${options.newId()}.parquet`);
        await move(written, rows);
        const [table, source] = [options.newId(), options.newId()];
        tables.push({ ...describe(table, source, one.title, inspected, result, options.now()), rows });
      }
      const [first] = tables;
      if (!first) throw new Error('An import makes at least one table.');
      if (tables.length === 1) await bench.editor().run('addTable', first, signal);
      else await bench.editor().run('addTables', { tables }, signal);
      // A pasted block has no place that it could be found at again.
      for (const { source } of inspected.path.startsWith(inspected.folder) ? [] : tables)
        await bench.sourcePlaces
          .note(source.id, inspected.path, source.sha256)
          .catch((error) => options.log(`The place of ${source.fileName} was not noted: ${error}`));
      await mappingsFile
        .keep(tables.flatMap(({ source }) => source.recipe))
        .catch((error) => options.log(`Mappings were not kept: ${error}`));
      await drop(id);
      return { table: first.table.id, rows: tables.reduce((sum, { table }) => sum + table.rowCount, 0) };
    },
    async 'import.drop'({ id }) {
      await drop(id);
      return undefined;
    },
  };
}

function inspectedFile(open: ReadonlyMap<string, Inspected>, id: string): Inspected {
  const found = open.get(id);
  if (found) return found;
  throw new Problem({
    code: 'import.forgotten',
    message: 'This file is no longer open for import.',
    remedy: 'Choose it again.',
  });
}

function describe(
  tableId: string,
  sourceId: string,
  title: string,
  { path, bytes }: Inspected,
  result: RunResult,
  now: Date,
): { table: Table; source: Source } {
  const fileName = basename(path);
  const sheet = result.recipe.find((step) => step.step === 'readSheet')?.sheet;
  const source: Source = {
    id: sourceId,
    title: fileName.slice(0, fileName.length - extname(fileName).length) || fileName,
    fileName,
    sha256: result.sha256,
    bytes,
    ...(sheet !== undefined && { sheet }),
    importedAt: now.toISOString(),
    recipe: result.recipe,
    notes: result.notes.map((note) => ({
      code: note.code,
      text: `${note.title}: ${note.text}`,
      ...(note.count !== undefined && { count: note.count }),
    })),
    rows: result.rowCount,
  };
  const table: Table = {
    id: tableId,
    title,
    kind: 'data',
    columns: result.columns,
    rowCount: result.rowCount,
    source: sourceId,
    sourceRank: [],
    sourceLine: sheet === undefined ? fileName : `${fileName}, ${sheet}`,
    revision: 0,
  };
  return { table, source };
}

async function move(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch {
    // The user's folder and the project's may lie on two disks.
    await copyFile(from, to);
    await rm(from, { force: true });
  }
}
