import { expect, test } from 'vitest';
import { findBrowser } from '../../../../main/browser/findBrowser.ts';

const only = (wanted: string) => (path: string) => path === wanted;

test('each system has its places', () => {
  const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
  const env = { PROGRAMFILES: 'C:\\Program Files', 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' };
  expect(findBrowser({ platform: 'win32', env, runs: only(edge) })).toBe(edge);
  const chrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  expect(findBrowser({ platform: 'darwin', env: {}, runs: only(chrome) })).toBe(chrome);
  expect(findBrowser({ platform: 'linux', env: { PATH: '/usr/bin' }, runs: only('/usr/bin/chromium') })).toBe(
    '/usr/bin/chromium',
  );
});

test('the browser that is named is the only one asked', () => {
  const env = { PATH: '/usr/bin', TIJARAT_BROWSER: '/opt/mine' };
  expect(findBrowser({ platform: 'linux', env, runs: only('/opt/mine') })).toBe('/opt/mine');
  expect(findBrowser({ platform: 'linux', env, runs: only('/usr/bin/chromium') })).toBeUndefined();
});
