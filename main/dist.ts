import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'electron-builder';
import { fetchElectron } from './starting/findElectron.ts';

/** What `npm run dist` runs: packs for this system, where Electron's distribution can be had. */
const root = dirname(import.meta.dirname);
const { values } = parseArgs({
  options: {
    /** A folder that holds Electron's distribution for this system. */
    electron: { type: 'string' },
    /** The packed folder alone, no installer. */
    dir: { type: 'boolean', default: false },
  },
});

const electronDist = values.electron ?? (await distribution());
if (!electronDist || !existsSync(electronDist)) {
  process.stderr.write(
    'Electron\'s distribution is not here and cannot be downloaded.\nRun "npx install-electron" where the network allows it, or name a folder that holds it: npm run dist -- --electron FOLDER\n',
  );
  process.exitCode = 1;
} else {
  const files = await build({
    projectDir: root,
    dir: values.dir,
    config: { electronDist, extends: 'electron-builder.yml' },
  });
  for (const file of files) process.stdout.write(`${file}\n`);
}

async function distribution(): Promise<string | undefined> {
  const where = {
    package: join(root, 'node_modules/electron'),
    platform: process.platform,
    env: process.env,
  };
  const failure = join(root, 'node_modules/.cache/tijarat/no-electron');
  const program = await fetchElectron({ where, failure, patience: 120_000 });
  return program && (process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(where.package, 'dist'));
}
