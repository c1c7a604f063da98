/** "Mod+Shift+S" as it is printed: "Ctrl Shift S", or the signs of a Mac keyboard there. */
export function shortcutText(shortcut: string, mac = isMac()): string {
  const words = mac ? macWords : otherWords;
  return shortcut
    .split('+')
    .map((part) => words[part] ?? part)
    .join(mac ? '' : ' ');
}

const arrows = { ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓' };
const macWords: Record<string, string> = {
  Mod: '⌘',
  Shift: '⇧',
  Alt: '⌥',
  Delete: '⌦',
  Enter: '↩',
  ...arrows,
};
const otherWords: Record<string, string> = { Mod: 'Ctrl', Delete: 'Del', ...arrows };

export function isMac(): boolean {
  return typeof navigator !== 'undefined' && /Mac/.test(navigator.platform);
}
