import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ImportNote, ImportPreview } from '../../shared/contract/importing.ts';
import type { ProblemData } from '../../shared/contract/problem.ts';
import type { Recipe } from '../../shared/model/recipe.ts';
import type { Column } from '../../shared/model/table.ts';
import type { ConvertOneRequest } from './convertOne.ts';
import type { ConvertResult } from './convertReport.ts';
import type { FileLayout } from './manyFiles/layout.ts';
import type { United, Uniting } from './manyFiles/unite.ts';
import type { Mappings } from './mappings.ts';
import type { RefreshedFile, RefreshRequest } from './refresh/refreshFile.ts';
import type { RowsAsked, RowsFound } from './rowsAt.ts';
import type { StepWords } from './steps/step.ts';

/** What the importer's process is asked. One request at a time; every answer carries its id. */
export type ImporterRequest =
  /** Gets ready for a file that may come. */
  | { id: number; kind: 'warm' }
  /** Opens a file in a workshop of its own; forgets the one before. `folder` is the only place that it writes to. */
  | {
      id: number;
      kind: 'inspect';
      path: string;
      folder: string;
      fiscalYearStart: number;
      mappings?: Mappings;
      /** Of a large file the first rows will do, told as `partial`. */
      quick?: boolean;
    }
  /** Opens it without proposing anything: the process that had it open was ended. */
  | { id: number; kind: 'open'; path: string; folder: string; fiscalYearStart: number; mappings?: Mappings }
  | { id: number; kind: 'preview'; recipe: Recipe }
  /** The same, with the steps after the given ones proposed. */
  | { id: number; kind: 'propose'; recipe: Recipe }
  /** A few rows of the file, or of the table that the recipe makes. */
  | { id: number; kind: 'rows'; of: 'raw' | 'result'; recipe: Recipe; asked: RowsAsked }
  /** Runs the recipe and writes the table as Parquet: `_line` and the columns by id, periods as codes. */
  | { id: number; kind: 'run'; recipe: Recipe; to: string }
  /** Opens a file and runs a recipe that is known already: nothing is proposed or previewed. */
  | {
      id: number;
      kind: 'runFile';
      path: string;
      folder: string;
      fiscalYearStart: number;
      recipe: Recipe;
      to: string;
    }
  /** Runs the recipe of an older file of the same source over the file that is open, as far as it fits. */
  | ({ id: number; kind: 'refresh' } & RefreshRequest)
  /** Opens a file and says what its columns are; `run` then makes a table of it. */
  | {
      id: number;
      kind: 'layout';
      path: string;
      folder: string;
      fiscalYearStart: number;
      /** Layouts of files that were opened before. */
      known: readonly FileLayout[];
    }
  /** Puts written tables of several files one under the other. */
  | ({ id: number; kind: 'unite' } & Uniting)
  /** Writes the tables of a file: as found (cells) or typed, as CSV or Parquet, `to` and for further tables NAME.2.csv. */
  | ({ id: number; kind: 'convert' } & ConvertOneRequest);

export interface RunResult {
  columns: Column[];
  rowCount: number;
  notes: ImportNote[];
  recipe: Recipe;
  /** What each step did. */
  words: StepWords[];
  sha256: string;
}

export type { ConvertResult } from './convertReport.ts';

export type ImporterAnswer =
  | { id: number; kind: 'opened' }
  | { id: number; kind: 'preview'; preview: ImportPreview }
  | { id: number; kind: 'rows'; found: RowsFound }
  | { id: number; kind: 'ran'; result: RunResult }
  | { id: number; kind: 'refreshed'; result: RefreshedFile }
  | { id: number; kind: 'layout'; layout: FileLayout }
  | { id: number; kind: 'united'; result: United }
  | { id: number; kind: 'converted'; result: ConvertResult }
  | { id: number; kind: 'progress'; done: number; total?: number; note: string }
  | { id: number; kind: 'problem'; problem: ProblemData; stack?: string };

/** The process in which files are read: another one in Electron. `kill` ends it at once, whatever it does. */
export interface ImporterProcess {
  readonly pid?: number | undefined;
  post(request: ImporterRequest): void;
  onMessage(listener: (answer: ImporterAnswer) => void): void;
  onExit(listener: (code: number | null) => void): void;
  kill(): void;
  /** One that waits for a file keeps nobody else alive. */
  idle?(is: boolean): void;
}

export type SpawnImporter = () => ImporterProcess;

/** Megabytes of JavaScript heap: cells are in DuckDB, but a workbook is read whole. */
const HEAP_MEGABYTES = 2048;

const COMPILED = fileURLToPath(new URL('../../node_modules/.cache/tijarat/compiled', import.meta.url));

/** A Node child process. `module` names the program where it is not the source beside this file. */
export function forkImporter(module?: string): SpawnImporter {
  return () => {
    const child = fork(module ?? fileURLToPath(new URL('./importerChild.ts', import.meta.url)), [], {
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${HEAP_MEGABYTES}`, '--disable-warning=ExperimentalWarning'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      // Sources are compiled once, not for each file: half of what starting costs.
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', ...(!module && { NODE_COMPILE_CACHE: COMPILED }) },
    });
    return {
      pid: child.pid,
      post: (request) => {
        if (child.connected) child.send(request);
      },
      onMessage: (listener) => void child.on('message', (answer) => listener(answer as ImporterAnswer)),
      onExit: (listener) => {
        child.once('exit', (code) => listener(code));
        child.once('error', () => listener(null));
      },
      kill: () => void child.kill('SIGKILL'),
      idle(is) {
        for (const held of [child, child.channel]) held?.[is ? 'unref' : 'ref']();
      },
    };
  };
}
