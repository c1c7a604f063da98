import { dirname, join } from 'node:path';
import { buildWhenStale } from './buildWhenStale.ts';

const root = dirname(dirname(import.meta.dirname));

/** The page, into dist/renderer, if anything that it is made of has changed. Says whether it built. */
export function buildPage(): Promise<boolean> {
  return buildWhenStale({
    root,
    name: 'renderer',
    sources: ['renderer', 'shared', 'package-lock.json'],
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

async function viteBuild(config: string, mode = 'production'): Promise<void> {
  // Loaded only when something is stale: it takes longer than the rest of the start. Silent: standard output carries the address.
  const { build } = await import('vite');
  await build({ configFile: join(root, config), mode, logLevel: 'silent' });
}
