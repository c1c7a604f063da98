import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Progress } from '../../../shared/contract/define.ts';
import { Problem, toProblemData } from '../../../shared/contract/problem.ts';
import type { RefreshAnswers, RefreshPlan } from '../../../shared/contract/refreshing.ts';
import { findById } from '../../../shared/model/document.ts';
import type { Id } from '../../../shared/model/ids.ts';
import { releasesOf, type Source } from '../../../shared/model/source.ts';
import type { Table } from '../../../shared/model/table.ts';
import type { OpenProject } from '../../project/openProject.ts';
import type { Importer } from '../importer.ts';
import { filesWords } from '../manyFiles/filesWords.ts';
import { compareRelease } from './compareRelease.ts';
import type { Comparison } from './comparison.ts';
import { loadRelease } from './loadRelease.ts';
import type { RefreshedFile } from './refreshFile.ts';
import { refreshFiles } from './refreshFiles.ts';
import { type ReleaseDates, releaseDates } from './releaseDates.ts';
import { Scratch } from './releaseTables.ts';
import { tableAfter } from './tableAfter.ts';

export interface RefreshOptions {
  id: string;
  project: OpenProject;
  table: Id;
  path: string;
  importer: Importer;
  /** Where the importer may write, within the project's work folder: its engine reads it there. */
  folder: string;
  now: Date;
}

/** What the newer file was compared with: an edit meanwhile makes another comparison of it. */
interface Compared {
  revision: number;
  comparison: Comparison;
  dates: ReleaseDates;
}

const NOTHING: RefreshPlan['counts'] = {
  new: 0,
  revised: 0,
  restated: 0,
  vanished: 0,
  unchanged: 0,
  conflicts: 0,
  deleted: 0,
  editsKept: 0,
  rows: 0,
  older: 0,
};

/** One newer file on its way into a table: read in the importer's process, compared in the project's engine, asked about as often as wanted. */
export class Refreshing {
  readonly options: RefreshOptions;
  readonly #scratch: Scratch;
  #file: RefreshedFile | undefined;
  #fileKey = '';
  #compared: Compared | undefined;

  constructor(options: RefreshOptions) {
    this.options = options;
    this.#scratch = new Scratch(options.project.engine, options.id);
  }

  get fileName(): string {
    const { filesRead } = this.#file ?? {};
    return filesRead ? filesWords(filesRead.map(({ name }) => name)) : basename(this.options.path);
  }

  /** The table and its source as they are now. Problems `table.missing`, `refresh.no-source`. */
  get subject(): { table: Table; source: Source } {
    const { document } = this.options.project;
    const table = findById(document.tables, this.options.table);
    if (!table)
      throw new Problem({ code: 'table.missing', message: 'The table is no longer in the project.' });
    const source = table.source === undefined ? undefined : findById(document.sources, table.source);
    if (!source) {
      throw new Problem({
        code: 'refresh.no-source',
        message: `"${table.title}" was not read from a file.`,
        remedy: table.builtFrom
          ? 'Refresh the tables that it is built from.'
          : 'Import the file as a table of its own.',
        place: { table: table.title },
      });
    }
    return { table, source };
  }

  get file(): RefreshedFile {
    if (this.#file) return this.#file;
    throw new Error('the newer file has not been read');
  }

  /** The last comparison. Problem `refresh.outdated` where the table was changed since. */
  get compared(): Compared {
    const { table } = this.subject;
    if (this.#compared?.revision === table.revision) return this.#compared;
    throw new Problem({
      code: 'refresh.outdated',
      message: `"${table.title}" was changed after the newer file was compared with it.`,
      remedy: 'Compare again.',
      place: { table: table.title },
    });
  }

  async plan(
    answers: RefreshAnswers,
    signal: AbortSignal,
    progress: (progress: Progress) => void,
  ): Promise<RefreshPlan> {
    const { table, source } = this.subject;
    const file = await this.#read(answers, signal, progress);
    const known = file.files
      ? file.files.every(({ state }) => state === 'same' || state === 'skipped')
      : releasesOf(source).some(({ sha256 }) => sha256 === file.sha256);
    const plan: RefreshPlan = {
      id: this.options.id,
      table: table.id,
      fileName: this.fileName,
      bytes: file.bytes,
      sha256: file.sha256,
      state: file.problem ? 'problem' : 'columns',
      isKnownFile: known,
      ...(file.problem && { problem: file.problem }),
      columns: file.columns,
      ...(file.files && { files: file.files }),
      steps: file.steps,
      notes: file.notes,
      answers,
      released: null,
      releasedBefore: null,
      counts: NOTHING,
      keys: [],
      measures: [],
      views: this.#views(table),
    };
    if (!file.made) return plan;
    progress({ done: 0, note: 'Comparing' });
    try {
      return { ...plan, ...(await this.#compare(table, source, file, answers, known, signal)) };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      this.#compared = undefined;
      return { ...plan, state: 'problem', problem: toProblemData(error) };
    }
  }

  async drop(): Promise<void> {
    this.options.importer.close();
    this.#compared = undefined;
    // With another project its engine is gone, and all of this with it.
    await this.#scratch.drop().catch(() => undefined);
    await rm(this.options.folder, { recursive: true, force: true });
  }

  /** Reads the file again only where the columns were answered otherwise. */
  async #read(
    { columns, added }: RefreshAnswers,
    signal: AbortSignal,
    progress: (progress: Progress) => void,
  ): Promise<RefreshedFile> {
    const key = JSON.stringify([columns, added]);
    if (this.#file && this.#fileKey === key) return this.#file;
    const { table, source } = this.subject;
    const { importer, path, folder, project } = this.options;
    const { fiscalYearStart } = project.document;
    if (source.files) {
      const asked = { table, source, path, importer, folder, fiscalYearStart, to: this.#newer };
      this.#file = await refreshFiles(asked, signal, progress);
      this.#fileKey = key;
      return this.#file;
    }
    if (!this.#file) await importer.open({ path, folder, fiscalYearStart }, signal, progress);
    const request = {
      recipe: source.recipe,
      columns: table.columns.filter(({ name }) => source.columns?.includes(name) ?? true),
      answers: { columns, added },
      to: this.#newer,
    };
    this.#file = await importer.refresh(request, signal, progress);
    this.#fileKey = key;
    return this.#file;
  }

  get #newer(): string {
    return join(this.options.folder, 'newer.parquet');
  }

  async #compare(
    before: Table,
    source: Source,
    file: RefreshedFile,
    answers: RefreshAnswers,
    isKnown: boolean,
    signal: AbortSignal,
  ): Promise<Partial<RefreshPlan>> {
    const { project, now } = this.options;
    const after = tableAfter(before, file.made?.columns ?? [], answers.added);
    const { table, gainsVintage } = after;
    const scratch = this.#scratch;
    const newer = { path: this.#newer, columns: file.made?.columns ?? [] };
    const loaded = await loadRelease(project, scratch, before, after, newer, answers.deleted, signal);
    const dates = await releaseDates(
      {
        project,
        scratch,
        source,
        loaded,
        gainsVintage,
        hint: file.hint,
        answers,
        today: now.toISOString().slice(0, 10),
      },
      signal,
    );
    const comparison: Comparison = {
      project,
      scratch,
      table,
      loaded,
      gainsVintage,
      answers,
      released: dates.released?.date ?? null,
      releasedBefore: dates.releasedBefore?.date ?? null,
    };
    const counts = await compareRelease(comparison, signal);
    this.#compared = { revision: before.revision, comparison, dates };
    return {
      // What a file that was taken in before does not hold, or holds beside its figures, was asked about then.
      state:
        counts.rows === 0 || (isKnown && counts.new + counts.revised + counts.conflicts === 0)
          ? 'same'
          : 'changes',
      ...dates,
      counts,
      keys: loaded.columns.keys,
      measures: loaded.columns.measures,
    };
  }

  /** Views of the table, and of those that are built from it. */
  #views(table: Table): Id[] {
    const { tables, views } = this.options.project.document;
    const shown = new Set([
      table.id,
      ...tables.filter(({ builtFrom }) => builtFrom?.tables.includes(table.id)).map(({ id }) => id),
    ]);
    return views.filter(({ query }) => shown.has(query.table)).map(({ id }) => id);
  }
}
