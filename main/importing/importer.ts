import type { Progress } from '../../shared/contract/define.ts';
import type { ImportPreview } from '../../shared/contract/importing.ts';
import { Problem } from '../../shared/contract/problem.ts';
import type { Recipe } from '../../shared/model/recipe.ts';
import type {
  ConvertResult,
  ImporterAnswer,
  ImporterProcess,
  ImporterRequest,
  RunResult,
  SpawnImporter,
} from './importerProcess.ts';
import type { FileLayout } from './manyFiles/layout.ts';
import type { United, Uniting } from './manyFiles/unite.ts';
import type { Mappings } from './mappings.ts';
import type { RefreshedFile, RefreshRequest } from './refresh/refreshFile.ts';
import type { RowsAsked, RowsFound } from './rowsAt.ts';

type Request = ImporterRequest extends infer R ? (R extends { id: number } ? Omit<R, 'id'> : never) : never;

interface FileRequest {
  path: string;
  folder: string;
  fiscalYearStart: number;
  /** What the user mapped before; consulted when a recipe is proposed. */
  mappings?: Mappings;
}

interface Waiting {
  process: ImporterProcess;
  resolve(answer: ImporterAnswer): void;
  reject(error: unknown): void;
  progress(progress: Progress): void;
}

/** A cancelled request may still end by itself within this time: starting another process takes longer than most requests. */
const GRACE_MS = 100;

/** Why a request has no answer: its process was ended for another request that was cancelled. */
class Ended extends Error {}

/**
 * The importer's process as the workbench sees it. A cancelled request that goes on kills the process; the next one starts another, with the same file.
 * Requests that waited in line behind the cancelled one are asked again there.
 */
export class Importer {
  readonly #spawn: SpawnImporter;
  readonly #log: (line: string) => void;
  readonly #waiting = new Map<number, Waiting>();
  #process: ImporterProcess | undefined;
  #file: FileRequest | undefined;
  #nextId = 1;
  #isClosed = false;

  constructor(spawn: SpawnImporter, log: (line: string) => void) {
    this.#spawn = spawn;
    this.#log = log;
  }

  /** `quick`: of a large file only what its first rows show. */
  async inspect(
    request: FileRequest,
    signal: AbortSignal,
    progress: (progress: Progress) => void,
    quick = false,
  ): Promise<ImportPreview> {
    const answer = await this.#ask({ kind: 'inspect', ...request, quick }, signal, progress);
    this.#file = request;
    return expect(answer, 'preview').preview;
  }

  async preview(
    recipe: Recipe,
    signal: AbortSignal,
    progress: (progress: Progress) => void,
  ): Promise<ImportPreview> {
    return expect(await this.#askOfFile({ kind: 'preview', recipe }, signal, progress), 'preview').preview;
  }

  /** A preview with the steps after the given ones proposed anew. */
  async propose(
    recipe: Recipe,
    signal: AbortSignal,
    progress: (progress: Progress) => void,
  ): Promise<ImportPreview> {
    return expect(await this.#askOfFile({ kind: 'propose', recipe }, signal, progress), 'preview').preview;
  }

  /** Not to be cancelled: it is short, and a cancel ends the process. */
  async rows(of: 'raw' | 'result', recipe: Recipe, asked: RowsAsked): Promise<RowsFound> {
    const never = new AbortController().signal;
    return expect(await this.#askOfFile({ kind: 'rows', of, recipe, asked }, never, () => undefined), 'rows')
      .found;
  }

  async run(
    recipe: Recipe,
    to: string,
    signal: AbortSignal,
    progress: (progress: Progress) => void,
  ): Promise<RunResult> {
    return expect(await this.#askOfFile({ kind: 'run', recipe, to }, signal, progress), 'ran').result;
  }

  /** Inspects nothing: for a file whose recipe is known. */
  async runFile(
    request: Omit<Extract<Request, { kind: 'runFile' }>, 'kind'>,
    signal: AbortSignal,
  ): Promise<RunResult> {
    const answer = await this.#ask({ kind: 'runFile', ...request }, signal, () => undefined);
    return expect(answer, 'ran').result;
  }

  /** Opens a file of which nothing is to be proposed. */
  async open(
    request: FileRequest,
    signal: AbortSignal,
    progress: (progress: Progress) => void,
  ): Promise<void> {
    await this.#ask({ kind: 'open', ...request }, signal, progress);
    this.#file = request;
  }

  /** The open file in the shape of an older one's table. */
  async refresh(
    request: RefreshRequest,
    signal: AbortSignal,
    progress: (progress: Progress) => void,
  ): Promise<RefreshedFile> {
    return expect(await this.#askOfFile({ kind: 'refresh', ...request }, signal, progress), 'refreshed')
      .result;
  }

  /** Opens a file and says what its columns are. */
  async layout(request: FileRequest, known: readonly FileLayout[], signal: AbortSignal): Promise<FileLayout> {
    const answer = await this.#ask({ kind: 'layout', ...request, known }, signal, () => undefined);
    this.#file = request;
    return expect(answer, 'layout').layout;
  }

  /** Tables that were written of several files, as one. */
  async unite(request: Uniting, signal: AbortSignal): Promise<United> {
    return expect(await this.#ask({ kind: 'unite', ...request }, signal, () => undefined), 'united').result;
  }

  async convert(
    request: Omit<Extract<Request, { kind: 'convert' }>, 'kind'>,
    signal: AbortSignal,
  ): Promise<ConvertResult> {
    const answer = await this.#ask({ kind: 'convert', ...request }, signal, () => undefined);
    return expect(answer, 'converted').result;
  }

  /** Ends the process for good; whatever it was asked is answered as a problem. */
  close(): void {
    this.#isClosed = true;
    this.#end();
  }

  #end(): void {
    const process = this.#process;
    this.#process = undefined;
    process?.kill();
  }

  /** For requests about the file that was inspected: a process that was started since opens it first. */
  async #askOfFile(
    request: Request,
    signal: AbortSignal,
    progress: (progress: Progress) => void,
  ): Promise<ImporterAnswer> {
    for (;;) {
      try {
        if (!this.#process && this.#file) await this.#ask({ kind: 'open', ...this.#file }, signal, progress);
        return await this.#ask(request, signal, progress);
      } catch (error) {
        if (!(error instanceof Ended) || this.#isClosed) throw error;
      }
    }
  }

  async #ask(
    request: Request,
    signal: AbortSignal,
    progress: (progress: Progress) => void,
  ): Promise<ImporterAnswer> {
    signal.throwIfAborted();
    const process = this.#process ?? this.#start();
    const id = this.#nextId++;
    let grace: ReturnType<typeof setTimeout> | undefined;
    const answer = new Promise<ImporterAnswer>((resolve, reject) => {
      this.#waiting.set(id, { process, resolve, reject, progress });
    });
    const stop = () => {
      this.#waiting.get(id)?.reject(signal.reason);
      // By then it may have answered, or another process may be at work for others.
      grace = setTimeout(() => {
        if (this.#waiting.has(id) && this.#process === process) this.#end();
      }, GRACE_MS);
    };
    signal.addEventListener('abort', stop, { once: true });
    try {
      process.post({ ...request, id } as ImporterRequest);
      return await answer;
    } finally {
      signal.removeEventListener('abort', stop);
      if (!signal.aborted) clearTimeout(grace);
    }
  }

  #start(): ImporterProcess {
    const process = this.#spawn();
    this.#process = process;
    process.onMessage((answer) => {
      const waiting = this.#waiting.get(answer.id);
      if (!waiting) return;
      if (answer.kind === 'progress') {
        const { done, total, note } = answer;
        waiting.progress({ done, note, ...(total !== undefined && { total }) });
        return;
      }
      this.#waiting.delete(answer.id);
      if (answer.kind === 'problem') {
        if (answer.stack) this.#log(answer.stack);
        waiting.reject(new Problem(answer.problem));
      } else {
        waiting.resolve(answer);
      }
    });
    process.onExit((code) => {
      const isOurs = this.#process !== process && !this.#isClosed;
      if (this.#process === process) this.#process = undefined;
      // Another process may have been asked before the end of this one is heard of.
      for (const [id, waiting] of this.#waiting) {
        if (waiting.process !== process) continue;
        this.#waiting.delete(id);
        waiting.reject(isOurs ? new Ended() : crashed(code));
      }
    });
    return process;
  }
}

function expect<K extends ImporterAnswer['kind']>(
  answer: ImporterAnswer,
  kind: K,
): Extract<ImporterAnswer, { kind: K }> {
  if (answer.kind !== kind) throw new Error(`The importer answered ${answer.kind}, not ${kind}.`);
  return answer as Extract<ImporterAnswer, { kind: K }>;
}

function crashed(code: number | null): Problem {
  return new Problem({
    code: 'import.crashed',
    message: 'The file could not be read: the reader ran out of memory or broke off.',
    remedy: 'Your project is untouched. Save the sheet that you need as CSV, and import that.',
    details: { exitCode: code },
  });
}
