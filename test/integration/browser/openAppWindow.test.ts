import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openAppWindow } from '../../../main/browser/openAppWindow.ts';

const folder = await mkdtemp(join(tmpdir(), 'tijarat-window-test-'));
afterAll(() => rm(folder, { recursive: true }));

/** A browser that notes what it was asked and does as the rest of the script says. */
async function browser(name: string, rest: string): Promise<{ path: string; notes: string }> {
  const [path, notes] = [join(folder, name), join(folder, `${name}.notes`)];
  await writeFile(
    path,
    `#!/bin/sh\nprintf '%s\\n' "$@" > '${notes}.part'\nmv '${notes}.part' '${notes}'\n${rest}\n`,
  );
  await chmod(path, 0o755);
  return { path, notes };
}

test.skipIf(process.platform === 'win32')(
  'the window has a profile of its own, and both are gone once it is closed',
  async () => {
    const { path, notes } = await browser('stays', 'sleep 60');
    const window = openAppWindow(path, 'http://127.0.0.1:1/#token');
    await expect.poll(() => existsSync(notes), { timeout: 10_000 }).toBe(true);
    const flags = (await readFile(notes, 'utf8')).split('\n');
    expect(flags).toContain('--app=http://127.0.0.1:1/#token');
    const profile = flags.find((flag) => flag.startsWith('--user-data-dir='))?.split('=')[1] ?? '';
    expect(existsSync(profile)).toBe(true);
    expect(flags.includes('--no-sandbox')).toBe(process.getuid?.() === 0);
    window.close();
    await window.closed;
    expect(existsSync(profile)).toBe(false);
  },
);

test.skipIf(process.platform === 'win32')('a browser that ends by itself closes the window', async () => {
  const { path } = await browser('ends', 'exit 0');
  await openAppWindow(path, 'http://127.0.0.1:1/').closed;
  await openAppWindow(join(folder, 'absent'), 'http://127.0.0.1:1/').closed;
});
