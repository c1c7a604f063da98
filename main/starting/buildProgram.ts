import { execFile } from 'node:child_process';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { buildWhenStale } from './buildWhenStale.ts';

const root = dirname(dirname(import.meta.dirname));

/** The start window draws the sample out of it. */
const SAMPLE_RELEASES = 'assets/sample/pakistan-ict-exports-monthly.csv';

/** The page, into dist/renderer, if anything that it is made of has changed. Says whether it built. */
function buildPage(): Promise<boolean> {
  return buildWhenStale({
    root,
    name: 'renderer',
    sources: ['renderer', 'shared', SAMPLE_RELEASES, 'package-lock.json'],
    product: 'dist/renderer/index.html',
    build: () => viteBuild('renderer/vite.config.ts'),
  });
}

/** The programs of the packed application, into dist/main. Electron runs them; the browser host runs the sources. */
export function buildMain(): Promise<boolean> {
  return buildWhenStale({
    root,
    name: 'main',
    sources: ['main', 'shared', 'package-lock.json'],
    product: 'dist/main/electron.js',
    async build() {
      await viteBuild('main/vite.config.ts');
      await viteBuild('main/vite.config.ts', 'preload');
    },
  });
}

/** What every host needs: the page and the sample project. */
export async function buildForHosts(): Promise<string[]> {
  const built: string[] = [];
  if (await buildPage()) built.push('The page was built.');
  if (await buildSampleProject()) built.push('The sample project was built.');
  return built;
}

/** The sample project, out of the releases in assets/sample, through the importer and the commands that a user's files and edits go through. */
function buildSampleProject(): Promise<boolean> {
  const product = 'assets/sample/sample.tijarat';
  return buildWhenStale({
    root,
    name: 'sample',
    sources: [
      'assets/sample',
      'main/workbench/sample',
      'main/importing',
      'main/project',
      'shared/model',
      'shared/classifications',
    ],
    product,
    async build() {
      // The one before stays until the new one is whole.
      const fresh = join(root, 'dist/sample.tijarat');
      await mkdir(join(root, 'dist'), { recursive: true });
      await rm(fresh, { force: true });
      await promisify(execFile)(process.execPath, [join(root, 'main/cli.ts'), 'sample', fresh]);
      await rename(fresh, join(root, product));
    },
  });
}

async function viteBuild(config: string, mode = 'production'): Promise<void> {
  // Loaded only when something is stale: it takes longer than the rest of the start. Silent: standard output carries the address.
  const { build } = await import('vite');
  await build({ configFile: join(root, config), mode, logLevel: 'silent' });
}
