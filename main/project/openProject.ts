import { rm } from 'node:fs/promises';
import { applyPatches, createDraft, enablePatches, finishDraft } from 'immer';
import { Problem } from '../../shared/contract/problem.ts';
import type { Patch, ProjectStatus } from '../../shared/contract/project.ts';
import { type Document, findById } from '../../shared/model/document.ts';
import type { Id } from '../../shared/model/ids.ts';
import { type Engine, identifier } from '../engine/engine.ts';
import { applyEffect } from './applyEffect.ts';
import { Change } from './change.ts';
import { computeColumns } from './computed/computeColumns.ts';
import { touchedBy } from './computed/touched.ts';
import type { Container } from './container/readContainer.ts';
import type { History, HistoryStep } from './history.ts';
import type { Journal } from './journal.ts';
import { createMutex } from './mutex.ts';
import { release } from './ownership.ts';
import type { Run } from './run.ts';
import { type SavedFile, saveProject } from './saveProject.ts';
import type { WorkFolder } from './workFolder.ts';

enablePatches();

/** What a project needs of the program around it. */
export interface ProjectEnvironment {
  userFolder: string;
  version: string;
  now(): Date;
  newId(): string;
  log(line: string): void;
}

/** What loading a project yields; everything that changes is the open project's from then on. */
export interface ProjectState {
  document: Document;
  engine: Engine;
  work: WorkFolder;
  journal: Journal;
  history: History;
  sequence: number;
  /** The step that the container on disk holds. */
  savedAt: number;
  /** The copy of the container that the journal builds on; unchanged parts are taken from it. */
  base: Container;
  /** Tables whose part in `base` is what the engine holds: id -> revision. */
  clean: Map<Id, number>;
  file: SavedFile | null;
  /** The lock of `file`, where this project holds it. */
  lock: string | null;
  readOnly: string | null;
  recovered: number;
  recoveryNote: string | null;
}

export interface Changed {
  patches: Patch[];
  /** Ids of rows that were made. */
  rows: number[];
}

/** The open project: its document, its rows in the engine, and the journal to which every change goes before it is acknowledged. */
export class OpenProject {
  readonly environment: ProjectEnvironment;
  readonly #state: ProjectState;
  readonly #exclusive = createMutex();
  #closed = false;

  constructor(environment: ProjectEnvironment, state: ProjectState) {
    this.environment = environment;
    this.#state = state;
  }

  get document(): Document {
    return this.#state.document;
  }

  get engine(): Engine {
    return this.#state.engine;
  }

  /** The private work folder: the only one that the engine may read and write. */
  get folder(): string {
    return this.#state.work.path;
  }

  /** Names the work folder; recovery asks for it. */
  get id(): string {
    return this.#state.work.id;
  }

  get history(): History {
    return this.#state.history;
  }

  /** The step that the saved file holds. */
  get savedAt(): number {
    return this.#state.savedAt;
  }

  /** The engine's table of a table, quoted for SQL. Problem `table.missing`. Bound: queries take it out of the project. */
  readonly tableName = (id: Id): string => {
    if (!findById(this.document.tables, id)) {
      throw new Problem({ code: 'table.missing', message: `There is no table ${id} in this project.` });
    }
    return identifier(id);
  };

  status(): ProjectStatus {
    const { history, savedAt, file, readOnly, recovered, recoveryNote, sequence } = this.#state;
    const at = history.lasting(history.at);
    const { back, forth } = history.path(savedAt, at);
    const changes = [...back, ...forth].filter((step) => !step.passing).length;
    const undo = history.current?.label;
    const redo = history.next?.label;
    return {
      open: true,
      ...(file && { path: file.path }),
      title: this.document.title,
      sequence,
      dirty: changes > 0,
      changes,
      ...(readOnly !== null && { readOnly }),
      ...(undo !== undefined && { undo }),
      ...(redo !== undefined && { redo }),
      recovered,
      ...(recoveryNote !== null && { recoveryNote }),
    };
  }

  /**
   * Makes one change: `work` edits the draft and the rows; all of it happens and is on the disk when this resolves, or nothing.
   * A passing change (a selection) is not journaled and does not make the project dirty.
   * Problems: project.read-only, journal.not-written, and whatever `work` throws.
   */
  async change(
    command: string,
    passing: boolean,
    work: (change: Change) => Promise<{ label: string; rows: number[] }>,
  ): Promise<Changed> {
    return await this.#exclusive(async () => {
      this.#mustBeWritable(passing);
      const state = this.#state;
      const sequence = state.sequence + 1;
      const draft = createDraft(state.document);
      return await this.#transaction(async (run) => {
        const time = this.#time();
        const change = new Change(draft, { sequence, time }, run, this.folder);
        const { label, rows } = await work(change);
        await change.settle();
        const patches: Patch[] = [];
        const inversePatches: Patch[] = [];
        const document = finishDraft(draft, (forth, back) => {
          patches.push(...(forth as Patch[])); // immer's patches are ours by shape
          inversePatches.push(...(back as Patch[]));
        });
        const step: HistoryStep = {
          sequence,
          parent: state.history.at,
          command,
          label,
          patches,
          inversePatches,
          effects: change.effects,
          inverseEffects: change.inverseEffects,
          passing,
          time,
        };
        if (!passing) {
          const { passing: _, ...lasting } = step;
          const parent = state.history.lasting(step.parent);
          await state.journal.append({ kind: 'step', ...lasting, parent });
        }
        return () => {
          state.document = document;
          state.sequence = sequence;
          state.history.add(step);
          return { patches, rows };
        };
      });
    });
  }

  /** Takes the last step back. Problem `edit.nothing-to-undo`. */
  async undo(): Promise<Changed> {
    const { history } = this.#state;
    return await this.#exclusive(async () => {
      const step = history.current;
      if (!step) throw new Problem({ code: 'edit.nothing-to-undo', message: 'There is nothing to undo.' });
      return await this.#move(step.parent);
    });
  }

  /** Does the newest undone step again. Problem `edit.nothing-to-redo`. */
  async redo(): Promise<Changed> {
    const { history } = this.#state;
    return await this.#exclusive(async () => {
      const step = history.next;
      if (!step) throw new Problem({ code: 'edit.nothing-to-redo', message: 'There is nothing to redo.' });
      return await this.#move(step.sequence);
    });
  }

  /** Goes to a step of any branch: 0 is the project as it was opened. What is left stays in the history. Problem `edit.no-such-step`. */
  async goTo(sequence: number): Promise<Changed> {
    const { history } = this.#state;
    return await this.#exclusive(async () => {
      if (sequence !== 0 && !history.step(sequence)) {
        throw new Problem({
          code: 'edit.no-such-step',
          message: `There is no step ${sequence} in the history of this project.`,
          remedy: 'The history begins anew whenever a project is opened.',
        });
      }
      return sequence === history.at ? { patches: [], rows: [] } : await this.#move(sequence);
    });
  }

  /** Saves to its own file, or to `path` from now on. Problems: project.no-path, project.changed-elsewhere, project.read-only, disk.full, project.not-written. */
  async save(options: { path?: string; overwrite?: boolean } = {}): Promise<ProjectStatus> {
    return await this.#exclusive(async () => {
      await saveProject(this.environment, this.#state, options);
      return this.status();
    });
  }

  /** Rows of a table as Parquet in the work folder, made by other work of this process; waits its turn. */
  async exclusively<T>(work: (run: Run) => Promise<T>): Promise<T> {
    return await this.#exclusive(async () => await this.engine.transaction(work));
  }

  /** Closes. With `keepJournal` the work folder stays, and the project can be recovered; else it is removed. */
  async close({ keepJournal }: { keepJournal: boolean }): Promise<void> {
    await this.#exclusive(async () => {
      if (this.#closed) return;
      this.#closed = true;
      const { engine, journal, base, work, lock } = this.#state;
      engine.close();
      await journal.close();
      await base.close();
      if (keepJournal) await release(work.owner);
      else await rm(work.path, { recursive: true, force: true });
      if (lock) await release(lock);
    });
  }

  async #move(to: number): Promise<Changed> {
    const state = this.#state;
    const { back, forth } = state.history.path(state.history.at, to);
    const passing = [...back, ...forth].every((step) => step.passing);
    this.#mustBeWritable(passing);
    const sequence = state.sequence + 1;
    return await this.#transaction(async (run) => {
      const moved = await walk(run, this.folder, state.document, { back, forth }, sequence);
      if (!passing) {
        const lasting = state.history.lasting(to);
        await state.journal.append({ kind: 'move', sequence, to: lasting, time: this.#time() });
      }
      return () => {
        state.document = moved.document;
        state.sequence = sequence;
        state.history.moveTo(to);
        return { patches: moved.patches, rows: [] };
      };
    });
  }

  /** The journal's record is the last thing that can fail before the engine commits; should the commit fail, it is taken back. */
  async #transaction<T>(work: (run: Run) => Promise<() => T>): Promise<T> {
    const { journal } = this.#state;
    const before = journal.end;
    let finish: (() => T) | undefined;
    try {
      await this.engine.transaction(async (run) => {
        finish = await work(run);
      });
    } catch (error) {
      if (journal.end > before) await journal.cutTo(before);
      throw error;
    }
    if (!finish) throw new Error('the transaction ended without a result');
    return finish();
  }

  #mustBeWritable(passing: boolean): void {
    if (this.#closed) throw new Problem({ code: 'project.none', message: 'No project is open.' });
    const { readOnly } = this.#state;
    if (readOnly === null || passing) return;
    throw new Problem({
      code: 'project.read-only',
      message: `The project is open for reading only. ${readOnly}`,
      remedy: 'Save a copy under another name, and change that.',
    });
  }

  #time(): string {
    return this.environment.now().toISOString();
  }
}

/** Takes steps back and does others, rows and document. Tables whose rows changed get `sequence` as their revision: it must never come twice. */
export async function walk(
  run: Run,
  folder: string,
  document: Document,
  { back, forth }: { back: readonly HistoryStep[]; forth: readonly HistoryStep[] },
  sequence: number,
): Promise<{ document: Document; patches: Patch[] }> {
  const patches: Patch[] = [];
  const effects = [...back.flatMap((s) => s.inverseEffects), ...forth.flatMap((s) => s.effects)];
  for (const step of back) patches.push(...step.inversePatches);
  for (const step of forth) patches.push(...step.patches);
  for (const effect of effects) await applyEffect(run, folder, effect);
  let next = applyPatches(document, patches as Parameters<typeof applyPatches>[1]);
  const computed = await computeColumns(run, next, touchedBy(effects));
  const touched = new Set([...effects.map(({ table }) => table), ...computed]);
  const revisions = next.tables.flatMap(({ id }, i): Patch[] =>
    touched.has(id) ? [{ op: 'replace', path: ['tables', i, 'revision'], value: sequence }] : [],
  );
  next = applyPatches(next, revisions as Parameters<typeof applyPatches>[1]);
  return { document: next, patches: [...patches, ...revisions] };
}
