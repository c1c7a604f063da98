import { resolve } from 'node:path';

/** Results go to stdout alone; whatever is said to a person goes to stderr. */
export interface CliIo {
  write(text: string): Promise<void>;
  log(line: string): void;
  signal: AbortSignal;
}

export interface CliCommand {
  name: string;
  summary: string;
  help: string;
  /** The exit code: 0 done, 1 the input or the request is at fault. Throws UsageError for 2. */
  run(args: string[], io: CliIo): Promise<number>;
}

export class UsageError extends Error {}

export function usage(message: string): UsageError {
  return new UsageError(message);
}

/** A path as the caller meant it: npm changes the folder and keeps the caller's in INIT_CWD. */
export function callerPath(path: string): string {
  return resolve(process.env['INIT_CWD'] ?? process.cwd(), path);
}
