import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

interface Where {
  /** node_modules/electron */
  package: string;
  platform: NodeJS.Platform;
  env: Readonly<Record<string, string | undefined>>;
}

const programs: Partial<Record<NodeJS.Platform, string>> = {
  win32: 'electron.exe',
  darwin: 'Electron.app/Contents/MacOS/Electron',
  linux: 'electron',
};

/** Electron's program, found by its files alone: asking the package for it would start a download. */
export function findElectron({ package: folder, platform, env }: Where): string | undefined {
  const pathFile = join(folder, 'path.txt');
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : programs[platform];
  if (!name) return undefined;
  const path = join(env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist'), name);
  return existsSync(path) ? path : undefined;
}

interface Fetch {
  where: Where;
  /** Notes that a download failed, so that later starts are quick. Lies in node_modules: `npm ci` forgets it. */
  failure: string;
  /** Milliseconds. */
  patience: number;
}

/** Electron's program, downloaded once where it is missing; undefined where it cannot be had, now or the last time. */
export async function fetchElectron({ where, failure, patience }: Fetch): Promise<string | undefined> {
  const found = findElectron(where);
  if (found || existsSync(failure) || !existsSync(join(where.package, 'install.js'))) return found;
  await install(join(where.package, 'install.js'), patience);
  const fetched = findElectron(where);
  if (!fetched) {
    await mkdir(dirname(failure), { recursive: true });
    await writeFile(failure, 'Delete this file to let npm start try the download of Electron again.\n');
  }
  return fetched;
}

function install(script: string, patience: number): Promise<void> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script], {
      stdio: 'ignore',
      timeout: patience,
      killSignal: 'SIGKILL',
    });
    child.once('error', () => resolve());
    child.once('close', () => resolve());
  });
}
