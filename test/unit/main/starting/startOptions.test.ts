import { expect, test } from 'vitest';
import { startOptions } from '../../../../main/starting/startOptions.ts';

test('paths count from the folder that the user called from', () => {
  expect(startOptions(['--no-window', 'a.tijarat'], '/home/a')).toEqual({
    file: '/home/a/a.tijarat',
    noWindow: true,
    help: false,
  });
  expect(startOptions(['--user-folder', '/u', '/b.csv'], '/home/a')).toEqual({
    file: '/b.csv',
    userFolder: '/u',
    noWindow: false,
    help: false,
  });
});

test('what cannot be understood is refused', () => {
  expect(() => startOptions(['a', 'b'], '/')).toThrow('One file at most');
  expect(() => startOptions(['--window'], '/')).toThrow('--window');
});
