import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runBrowserHost } from './browser/host.ts';
import { userFolder } from './browser/userFolder.ts';
import { buildForHosts, buildMain } from './starting/buildProgram.ts';
import { endSignal } from './starting/endSignal.ts';
import { fetchElectron } from './starting/findElectron.ts';
import { type StartOptions, startOptions, startUsage } from './starting/startOptions.ts';

/** What `npm start` runs: builds what is stale and opens the program in Electron, else in an installed browser. */
const root = dirname(import.meta.dirname);
const say = (line: string) => process.stderr.write(`${line}\n`);

process.exitCode = await start();

async function start(): Promise<number> {
  let options: StartOptions;
  try {
    options = startOptions(process.argv.slice(2), process.env['INIT_CWD'] ?? process.cwd());
  } catch (error) {
    say(`${error instanceof Error ? error.message : error}\n\n${startUsage}`);
    return 2;
  }
  if (options.help) {
    process.stdout.write(`${startUsage}\n`);
    return 0;
  }
  if (options.file && !existsSync(options.file)) {
    say(`There is no file ${options.file}.`);
    return 1;
  }
  const signal = endSignal();
  for (const line of await buildForHosts()) say(line);
  const electron = options.noWindow ? undefined : await findOrFetchElectron();
  if (electron) return runElectron(electron, options, signal);
  if (!options.noWindow) say('Electron cannot be had here: Tijarat opens in an installed browser instead.');
  await runBrowserHost({
    pages: join(root, 'dist/renderer'),
    userFolder: options.userFolder ?? userFolder(),
    ...(options.file && { file: options.file }),
    noWindow: options.noWindow,
    print: (line) => process.stdout.write(`${line}\n`),
    say,
    signal,
  });
  return 0;
}

function findOrFetchElectron(): Promise<string | undefined> {
  return fetchElectron({
    where: { package: join(root, 'node_modules/electron'), platform: process.platform, env: process.env },
    failure: join(root, 'node_modules/.cache/tijarat/no-electron'),
    patience: 10_000,
  });
}

async function runElectron(electron: string, options: StartOptions, signal: AbortSignal): Promise<number> {
  await buildMain();
  const args = [root, ...(options.userFolder ? [`--user-data-dir=${options.userFolder}`] : [])];
  const child = spawn(electron, [...args, options.file ?? '--sample'], { stdio: 'inherit' });
  signal.addEventListener('abort', () => child.kill('SIGTERM'), { once: true });
  return new Promise((resolve) => {
    child.once('error', (error) => {
      say(`Electron could not be started: ${error.message}`);
      resolve(1);
    });
    child.once('exit', (code) => resolve(code ?? 0));
  });
}
