import { readFile } from 'node:fs/promises';
import { Importer } from '../../main/importing/importer.ts';
import { forkImporter, type ImporterProcess } from '../../main/importing/importerProcess.ts';
import { Problem } from '../../shared/contract/problem.ts';

/** What became of a file: a table, a problem in words, or a failure of ours. */
export interface Outcome {
  kind: 'table' | 'problem' | 'failed';
  /** The rows, the code of the problem, or what went wrong. */
  what: string;
  /** Of the processor, where that can be told: a busy machine is no fault of a file's. */
  milliseconds: number;
}

/** After this a file hangs, however busy the machine is. */
const HANGS_SECONDS = 120;

/** A process of the importer that reads hostile files one after the other, as a user's would. */
export class Trial {
  readonly #importer: Importer;
  readonly #folder: string;
  readonly #seconds: number;
  #process: ImporterProcess | undefined;
  #log = '';

  /** `folder` is where it may write; `seconds` is how long a file may take. */
  constructor(folder: string, seconds = 10) {
    const spawn = forkImporter();
    this.#folder = folder;
    this.#seconds = seconds;
    this.#importer = new Importer(
      () => {
        this.#process = spawn();
        return this.#process;
      },
      (line) => {
        this.#log = line;
      },
    );
  }

  async read(path: string): Promise<Outcome> {
    const started = (await this.#worked()) ?? 0;
    this.#log = '';
    const outcome = await this.#outcome(path);
    const milliseconds = Math.max(0, ((await this.#worked()) ?? started) - started);
    if (outcome.kind !== 'failed' && milliseconds > this.#seconds * 1000)
      return { kind: 'failed', what: `longer than ${this.#seconds} s`, milliseconds };
    return { ...outcome, milliseconds };
  }

  /** Milliseconds of the processor that the process has used. */
  async #worked(): Promise<number | undefined> {
    const stat = await readFile(`/proc/${this.#process?.pid}/stat`, 'utf8').catch(() => '');
    // After the name in brackets the third field of the kernel's list comes first: user and system time are the 14th and 15th, in hundredths.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields.length > 13 ? (Number(fields[11]) + Number(fields[12])) * 10 : undefined;
  }

  /** The most memory that the process has held, in megabytes; of one that is gone, and elsewhere than on Linux, undefined. */
  async peakMegabytes(): Promise<number | undefined> {
    const status = await readFile(`/proc/${this.#process?.pid}/status`, 'utf8').catch(() => '');
    const kilobytes = /VmHWM:\s*(\d+)/.exec(status)?.[1];
    return kilobytes === undefined ? undefined : Math.round(Number(kilobytes) / 1024);
  }

  close(): void {
    this.#importer.close();
  }

  async #outcome(path: string): Promise<Omit<Outcome, 'milliseconds'>> {
    const signal = AbortSignal.timeout(HANGS_SECONDS * 1000);
    try {
      const request = { path, folder: this.#folder, fiscalYearStart: 7 };
      const { result } = await this.#importer.inspect(request, signal, () => undefined);
      return { kind: 'table', what: `${result.rowCount} rows` };
    } catch (error) {
      if (signal.aborted) return { kind: 'failed', what: `hangs after ${HANGS_SECONDS} s` };
      if (!(error instanceof Problem)) return { kind: 'failed', what: String(error) };
      const { code, remedy, place } = error;
      if (code === 'internal' || code === 'import.crashed')
        return { kind: 'failed', what: `${code} ${this.#log}` };
      if (!remedy || !place?.file) return { kind: 'failed', what: `${code} without a remedy or a file` };
      return { kind: 'problem', what: code };
    }
  }
}
