import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { fetchElectron, findElectron } from '../../../main/starting/findElectron.ts';

const root = await mkdtemp(join(tmpdir(), 'tijarat-electron-'));
afterAll(() => rm(root, { recursive: true }));

test('Electron is found by its files, and the folder that the user names wins', async () => {
  const folder = join(root, 'found');
  await mkdir(join(folder, 'dist'), { recursive: true });
  const where = { package: folder, platform: 'linux', env: {} } as const;
  expect(findElectron(where)).toBeUndefined();
  await writeFile(join(folder, 'dist/electron'), '');
  expect(findElectron(where)).toBe(join(folder, 'dist/electron'));
  await writeFile(join(root, 'electron'), '');
  expect(findElectron({ ...where, env: { ELECTRON_OVERRIDE_DIST_PATH: root } })).toBe(join(root, 'electron'));
});

test('a download that failed is remembered and not tried again', async () => {
  const folder = join(root, 'offline');
  await mkdir(folder);
  const tries = join(root, 'tries');
  await writeFile(
    join(folder, 'install.js'),
    `require('fs').appendFileSync(${JSON.stringify(tries)}, 'x'); process.exit(1);`,
  );
  const fetch = () =>
    fetchElectron({
      where: { package: folder, platform: 'linux', env: {} },
      failure: join(root, 'cache/no-electron'),
      patience: 10_000,
    });
  expect(await fetch()).toBeUndefined();
  expect(existsSync(tries)).toBe(true);
  await rm(tries);
  expect(await fetch()).toBeUndefined();
  expect(existsSync(tries)).toBe(false);
});
