import { expect, test } from 'vitest';
import { isShortcut } from '../../../../renderer/app/commands/shortcut.ts';
import { shortcutText } from '../../../../renderer/design/shortcutText.ts';

const press = (
  key: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', boolean>>,
) => ({
  key,
  code: `Key${key.toUpperCase()}`,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

test('a shortcut wants exactly the keys that it names', () => {
  expect(isShortcut(press('s', { ctrlKey: true }), 'Mod+S', false)).toBe(true);
  expect(isShortcut(press('S', { ctrlKey: true, shiftKey: true }), 'Mod+S', false)).toBe(false);
  expect(isShortcut(press('S', { ctrlKey: true, shiftKey: true }), 'Mod+Shift+S', false)).toBe(true);
  expect(isShortcut(press('s', {}), 'Mod+S', false)).toBe(false);
});

test('Mod is Command on a Mac and Ctrl elsewhere', () => {
  expect(isShortcut(press('k', { metaKey: true }), 'Mod+K', true)).toBe(true);
  expect(isShortcut(press('k', { ctrlKey: true }), 'Mod+K', true)).toBe(false);
});

test('a letter that Alt rewrites is known by its place', () => {
  expect(isShortcut({ ...press('b', { metaKey: true, altKey: true }), key: '∫' }, 'Mod+Alt+B', true)).toBe(
    true,
  );
});

test('shortcuts are printed as people read them', () => {
  expect(shortcutText('Mod+Shift+S', false)).toBe('Ctrl Shift S');
  expect(shortcutText('Mod+Shift+S', true)).toBe('⌘⇧S');
});
