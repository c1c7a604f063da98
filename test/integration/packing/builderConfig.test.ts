import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getConfig, validateConfiguration } from 'app-builder-lib/out/util/config/config.js';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const noLog = { isEnabled: false, add() {} };
const read = async () => getConfig(root, 'electron-builder.yml', null);
const check = async (config: object) => validateConfiguration(config as never, noLog as never);

test('the configuration passes electron-builder’s own schema', async () => {
  await expect(check(await read())).resolves.toBeUndefined();
});

test('the schema refuses a key that does not exist, so passing it means something', async () => {
  await expect(check({ ...(await read()), electronFuse: {} })).rejects.toThrow();
});

test('targets are known ones: the schema accepts misspelt names', async () => {
  const known: Record<string, readonly string[]> = {
    win: ['nsis', 'zip', 'msi', 'portable'],
    mac: ['dmg', 'zip', 'pkg'],
    linux: ['AppImage', 'deb', 'rpm', 'tar.gz'],
  };
  const config = (await read()) as unknown as Record<string, { target?: string[] }>;
  for (const [system, names] of Object.entries(known)) {
    expect(config[system]?.target?.length).toBeGreaterThan(0);
    for (const target of config[system]?.target ?? []) expect(names).toContain(target);
  }
});

test('a .tijarat file belongs to the program on every system', async () => {
  const config = await read();
  expect(config.fileAssociations).toMatchObject([{ ext: 'tijarat', mimeType: 'application/x-tijarat' }]);
  expect(config.linux?.mimeTypes).toEqual(['application/x-tijarat']);
});

test('the icons are there: Windows and macOS take theirs ready made', () => {
  const icons = join(root, 'assets/icons');
  const apple = readFileSync(join(icons, 'icon.icns'));
  expect(apple.toString('latin1', 0, 4)).toBe('icns');
  expect(apple.readUInt32BE(4)).toBe(apple.length);
  expect([...readFileSync(join(icons, 'icon.ico')).subarray(0, 4)]).toEqual([0, 0, 1, 0]);
  expect(existsSync(join(icons, '512x512.png'))).toBe(true);
});
