import { join } from 'node:path';
import type { ReleaseDate } from '../../../shared/contract/refreshing.ts';
import { type Release, releasesOf, type Source } from '../../../shared/model/source.ts';
import type { Table } from '../../../shared/model/table.ts';
import { identifier } from '../../engine/engine.ts';
import type { OpenProject } from '../../project/openProject.ts';
import { writeParquet } from '../../project/parquet.ts';
import { isMine } from './changes.ts';
import type { Comparison } from './comparison.ts';
import { stillDeleted } from './deletedRows.ts';
import { handEditKey, keptCell } from './handEdits.ts';
import type { RefreshedFile } from './refreshFile.ts';
import { fields } from './releaseTables.ts';

export interface Accepting {
  comparison: Comparison;
  source: Source;
  fileName: string;
  file: RefreshedFile;
  released: ReleaseDate | null;
  releasedBefore: ReleaseDate | null;
  now: Date;
}

export interface Accepted {
  table: Pick<Table, 'columns' | 'handEdits' | 'handDeleted'>;
  source: Source;
  /** A Parquet file of the work folder. */
  rows: string;
  /** Rows that were not there before. */
  added: number;
}

/** The table, its source and its rows as they will be: what the command takes. The rows are a Parquet file of the work folder. */
export async function acceptedRelease(
  { comparison, source, fileName, file, released, releasedBefore, now }: Accepting,
  project: OpenProject,
  id: string,
  signal?: AbortSignal,
): Promise<Accepted> {
  const { scratch, loaded, table } = comparison;
  if (!file.made) throw new Error('a release without a table cannot be accepted');
  const rows = join(project.folder, `${id}.parquet`);
  signal?.throwIfAborted();
  await project.exclusively((run) => writeParquet(run, scratch.name('merged'), table.columns, rows));
  const brought =
    (await scratch.count(scratch.name('inserts'), signal)) +
    (await scratch.count(scratch.name('mine'), signal));
  const earlier = releasesOf(source).map((release, i): Release => {
    if (i > 0 || !releasedBefore) return release;
    return { ...release, released: releasedBefore.date, estimated: releasedBefore.estimated };
  });
  const release: Release = {
    fileName,
    sha256: file.sha256,
    bytes: file.bytes,
    seenAt: now.toISOString(),
    firstRow: loaded.lastRow + 1,
    rows: brought,
    ...(released && { released: released.date }),
    estimated: released?.estimated ?? false,
  };
  const { recipe } = file.made;
  const sheet = recipe.find((step) => step.step === 'readSheet')?.sheet;
  const { sheet: _, ...kept } = source;
  return {
    table: {
      columns: table.columns,
      ...(await editsAfter(comparison, signal)),
      ...(await deletedAfter(comparison, signal)),
    },
    source: {
      ...kept,
      fileName,
      sha256: file.sha256,
      bytes: file.bytes,
      importedAt: now.toISOString(),
      ...(sheet !== undefined && { sheet }),
      recipe,
      notes: file.notes.map(({ code, title, text, count }) => ({
        code,
        text: `${title}: ${text}`,
        ...(count !== undefined && { count }),
      })),
      rows: file.made.rows,
      ...(!source.files && { columns: file.made.columns.map(({ name }) => name) }),
      releases: [...earlier, ...(await fileReleases(comparison, source, file, release, signal))],
    },
    rows,
    added: brought,
  };
}

/** Of a table made of many files each that is new or changed is a release of its own, with the rows that it brought. */
async function fileReleases(
  { project, scratch }: Comparison,
  { files }: Source,
  { files: told = [], filesRead = [] }: RefreshedFile,
  release: Release,
  signal?: AbortSignal,
): Promise<Release[]> {
  if (!files) return [release];
  const came = filesRead.filter(({ name }) =>
    told.some((one) => one.name === name && (one.state === 'new' || one.state === 'changed')),
  );
  const brought = new Map<string, number>();
  if (files.column !== undefined) {
    const column = identifier(files.column);
    const counts = await project.engine.rows(
      { sql: `SELECT ${column}, count(*) FROM ${scratch.name('inserts')} GROUP BY 1` },
      signal,
    );
    for (const [name, rows] of counts) brought.set(String(name), Number(rows));
  }
  let { firstRow } = release;
  const end = release.firstRow + release.rows;
  return came.map(({ name, sha256, bytes }, i): Release => {
    // Without a column for the file, and for figures that stand over those of all, the last one holds what is left.
    const rows = i === came.length - 1 ? end - firstRow : (brought.get(name) ?? 0);
    const own = { ...release, fileName: name, sha256, bytes, firstRow, rows };
    firstRow += rows;
    return own;
  });
}

/** Rows that were taken back in are deleted no more. */
async function deletedAfter(
  comparison: Comparison,
  signal?: AbortSignal,
): Promise<Pick<Table, 'handDeleted'>> {
  const { project, scratch, table, loaded, answers } = comparison;
  if (!table.handDeleted || answers.deleted === 'keep') return {};
  const { told } = loaded;
  const rows = await project.engine.rows(
    {
      sql: `SELECT ${fields(told, 'r')} FROM ${scratch.name('raw')} r SEMI JOIN ${scratch.name('deletedAgain')} d ON d._id = r._id`,
    },
    signal,
  );
  const back = rows.map((row) =>
    Object.fromEntries(told.map((column, i) => [column.id, keptCell(row[i] ?? null, column)])),
  );
  return { handDeleted: stillDeleted(table, back, told) };
}

/** The user's figures that stand over the file's: what the file says now is what they are compared with next time. */
async function editsAfter(comparison: Comparison, signal?: AbortSignal): Promise<Pick<Table, 'handEdits'>> {
  const { project, scratch, table, loaded } = comparison;
  const rows = await project.engine.rows(
    {
      sql: `SELECT m._id, c."change:measure", c."change:now", c."change:nowText" FROM ${scratch.name('mine')} m JOIN ${scratch.name('changes')} c ON c."change:after" = m."change:after" WHERE ${isMine(comparison)} ORDER BY 1`,
    },
    signal,
  );
  const before = table.handEdits ?? {};
  if (rows.length === 0) return table.handEdits ? { handEdits: before } : {};
  const added = rows.flatMap(([row, measure, number = null, text = null]) => {
    const column = loaded.columns.measures.find(({ id }) => id === measure);
    return column ? [[handEditKey(Number(row), column.id), keptCell(text ?? number, column)] as const] : [];
  });
  return { handEdits: { ...before, ...Object.fromEntries(added) } };
}
