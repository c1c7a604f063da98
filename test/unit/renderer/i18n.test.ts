import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { app } from '../../../renderer/i18n/en/app.ts';
import { charts } from '../../../renderer/i18n/en/charts.ts';
import { combining } from '../../../renderer/i18n/en/combining.ts';
import { deck } from '../../../renderer/i18n/en/deck.ts';
import { grid } from '../../../renderer/i18n/en/grid.ts';
import { order } from '../../../renderer/i18n/en/gridOrder.ts';
import { importing } from '../../../renderer/i18n/en/importing.ts';
import { pages } from '../../../renderer/i18n/en/pages.ts';
import { refreshing } from '../../../renderer/i18n/en/refreshing.ts';
import { target } from '../../../renderer/i18n/en/target.ts';
import { printCountsAs, t } from '../../../renderer/i18n/index.ts';

const catalogue = { app, charts, combining, deck, grid, importing, order, pages, refreshing, target };
const renderer = join(import.meta.dirname, '../../../renderer');

function keysOf(part: object, path = ''): string[] {
  return Object.entries(part).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [`${path}${key}`.replace(/_(one|other)$/, '')]
      : keysOf(value, `${path}${key}.`),
  );
}

/** Every string of the sources that begins as a key does, as a pattern: `${...}` stands for words, and a group's name for all below it. */
function namedKeys(): RegExp[] {
  const areas = Object.keys(catalogue).join('|');
  const sources = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.startsWith('i18n/en'))
    .map((name) => readFileSync(join(renderer, name), 'utf8'))
    .join('\n');
  const texts = sources.matchAll(new RegExp(`['"\`]((?:${areas})\\.(?:[\\w.]|\\$\\{[^}]*\\})+)['"\`]`, 'g'));
  const patterns = [...texts].map(([, text = '']) =>
    text
      .replace(/\$\{[^}]*\}/g, '*')
      .replaceAll('.', '\\.')
      .replaceAll('*', '[\\w.]+'),
  );
  return [...new Set(patterns)].map((pattern) => new RegExp(`^${pattern}(\\.[\\w.]+)?$`));
}

// That every key which is asked for exists is checked by the compiler: `t` takes no other.
test('every text is used somewhere', () => {
  const named = namedKeys();
  const unused = [...new Set(keysOf(catalogue))].filter((key) => !named.some((pattern) => pattern.test(key)));
  expect(unused).toEqual([]);
});

test('counts are printed as the user wants numbers, and choose the plural', () => {
  expect(t('app.start.rows', { count: 1078 })).toBe('1,078 rows');
  expect(t('app.start.rows', { count: 1 })).toBe('1 row');
  printCountsAs('1.234,5');
  expect(t('app.start.rows', { count: 1078 })).toBe('1.078 rows');
  printCountsAs('1,234.5');
});
