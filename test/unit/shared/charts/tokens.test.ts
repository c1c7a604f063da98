import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chartTokens } from '../../../../shared/charts/tokens.ts';

const path = join(import.meta.dirname, '../../../../renderer/design/tokens.css');

/** The declarations of the first block whose selector ends in this theme. */
function blockOf(css: string, theme: string): Map<string, string> {
  const start = css.indexOf('{', css.search(new RegExp(`\\[data-theme=["']?${theme}["']?\\]\\s*\\{`)));
  const block = css.slice(start, css.indexOf('}', start));
  return new Map(
    [...block.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, plain(value)]),
  );
}

/** Formatters change case and leading zeros, which do not change a colour. */
function plain(value: string): string {
  return value
    .trim()
    .toLowerCase()
    .replace(/\s+/g, '')
    .replace(/\b0\./g, '.')
    .replace(/(\.\d*?)0+\b/g, '$1');
}

describe.skipIf(!existsSync(path))('the tokens of drawings outside a browser', () => {
  it.each(['light', 'dark'] as const)('are the %s style sheet', (theme) => {
    const block = blockOf(readFileSync(path, 'utf8'), theme);
    for (const [name, value] of Object.entries(chartTokens[theme]))
      expect([name, block.get(name)]).toEqual([name, plain(value)]);
  });
});
