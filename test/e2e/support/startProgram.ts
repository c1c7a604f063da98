import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const root = join(import.meta.dirname, '../../..');

export interface Program {
  /** With the token in its fragment. */
  readonly address: string;
  readonly pid: number;
  /** Everything that it wrote to standard error. */
  said(): string;
  /** The process ids of what it started: the workbench, and what that started is below it. */
  children(): number[];
  /** Asks it to end as a system would, and answers its exit code. */
  stop(): Promise<number | null>;
}

/** `npm start -- --no-window [FILE]`, without npm between. */
export async function startProgram(options: { userFolder: string; file?: string }): Promise<Program> {
  const args = [join(root, 'main/start.ts'), '--no-window', '--user-folder', options.userFolder];
  const child = spawn(process.execPath, options.file ? [...args, options.file] : args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (part) => {
    said += part;
  });
  const ended = once(child, 'exit');
  const address = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [, found] = /^Tijarat is at (http:\/\/127\.0\.0\.1:\d+\/#[\w-]+)$/.exec(line) ?? [];
      if (found) resolve(found);
      else reject(new Error(`Standard output carries the address alone, not: ${line}`));
    });
    child.once('exit', (code) => reject(new Error(`It ended with ${code} before it was there:\n${said}`)));
  });
  const pid = Number(child.pid);
  return {
    address,
    pid,
    said: () => said,
    children: () => childrenOf(pid),
    async stop() {
      child.kill('SIGTERM');
      const [code] = await ended;
      return code;
    },
  };
}

function childrenOf(pid: number): number[] {
  const text =
    process.platform === 'linux'
      ? readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
      : execFileSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' });
  return text.split(/\s+/).filter(Boolean).map(Number);
}
