import { useSyncExternalStore } from 'react';
import type { ChartTheme } from '../../shared/charts/chart.ts';

let version = 0;
let values = new Map<string, string>();
let style: CSSStyleDeclaration | undefined;
let watching = false;
const listeners = new Set<() => void>();

/** The theme is a set of attributes on the root element: when one changes, and when the faces arrive, charts draw again. */
function watch(): void {
  const changed = () => {
    values = new Map();
    version++;
    for (const listener of listeners) listener();
  };
  new MutationObserver(changed).observe(document.documentElement, {
    attributeFilter: ['data-theme', 'data-contrast', 'data-density'],
  });
  void document.fonts.ready.then(changed);
}

function subscribe(listener: () => void): () => void {
  if (!watching) {
    watching = true; // not told by `style`: a drawing may read tokens before anyone subscribes
    watch();
  }
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Grows with each change of the theme. */
export function useThemeVersion(): number {
  return useSyncExternalStore(subscribe, () => version);
}

function token(name: string): string {
  const known = values.get(name);
  if (known !== undefined) return known;
  style ??= getComputedStyle(document.documentElement);
  const value = style.getPropertyValue(`--${name}`).trim();
  values.set(name, value);
  return value;
}

/** The theme of the window for a drawing of this size. */
export function windowTheme(width: number, height: number, below = 0): ChartTheme {
  return {
    token,
    fontSans: token('font-sans'),
    fontSerif: token('font-serif'),
    fontSize: 11,
    width,
    height,
    below,
  };
}
