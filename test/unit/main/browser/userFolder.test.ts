import { expect, test } from 'vitest';
import { userFolder } from '../../../../main/browser/userFolder.ts';

test('the folder is where each system keeps such things', () => {
  expect(userFolder({ platform: 'linux', env: {}, home: '/home/a' })).toBe('/home/a/.config/tijarat');
  expect(userFolder({ platform: 'linux', env: { XDG_CONFIG_HOME: '/c' }, home: '/home/a' })).toBe(
    '/c/tijarat',
  );
  expect(userFolder({ platform: 'linux', env: { XDG_CONFIG_HOME: 'c' }, home: '/home/a' })).toBe(
    '/home/a/.config/tijarat',
  );
  expect(userFolder({ platform: 'darwin', env: {}, home: '/Users/a' })).toBe(
    '/Users/a/Library/Application Support/Tijarat',
  );
  expect(userFolder({ platform: 'linux', env: { TIJARAT_USER_FOLDER: '/t' }, home: '/home/a' })).toBe('/t');
});
