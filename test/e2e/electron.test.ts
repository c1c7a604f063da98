import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from 'playwright-core';
import { expect, test } from 'vitest';
import { buildMain } from '../../main/starting/buildProgram.ts';
import { findElectron } from '../../main/starting/findElectron.ts';

const root = join(import.meta.dirname, '../..');
const electron = findElectron({
  package: join(root, 'node_modules/electron'),
  platform: process.platform,
  env: process.env,
});
if (!electron)
  console.warn("SKIPPED: the program was not started in Electron, because Electron's binary is not here.");

test.skipIf(!electron)('the program starts in Electron and shows the sample project', async () => {
  await buildMain();
  const folder = await mkdtemp(join(tmpdir(), 'tijarat-electron-'));
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const program = await _electron.launch({
    executablePath: String(electron),
    args: [root, `--user-data-dir=${folder}`, '--sample', ...sandbox],
  });
  try {
    const page = await program.firstWindow();
    await page.getByText('Monthly monitor').first().waitFor();
    expect(page.url()).toBe('tijarat://app/');
    expect(await page.evaluate('typeof require')).toBe('undefined');
  } finally {
    await program.close();
    await rm(folder, { recursive: true, force: true });
  }
});
