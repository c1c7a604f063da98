import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { buildWhenStale } from '../../../main/starting/buildWhenStale.ts';

const root = await mkdtemp(join(tmpdir(), 'tijarat-stale-'));
afterAll(() => rm(root, { recursive: true }));

test('it builds at first, when a source changes, and when the product is gone; not otherwise', async () => {
  await mkdir(join(root, 'src'));
  await writeFile(join(root, 'src/a.ts'), '1');
  const product = join(root, 'dist/page.html');
  const run = () =>
    buildWhenStale({
      root,
      name: 'page',
      sources: ['src', 'absent.json'],
      product: 'dist/page.html',
      async build() {
        await mkdir(join(root, 'dist'), { recursive: true });
        await writeFile(product, 'built');
      },
    });
  expect(await run()).toBe(true);
  expect(await run()).toBe(false);
  await utimes(join(root, 'src/a.ts'), 1, 1);
  expect(await run()).toBe(true);
  await writeFile(join(root, 'src/b.ts'), '2');
  expect(await run()).toBe(true);
  await rm(product);
  expect(await run()).toBe(true);
  expect(await run()).toBe(false);
});
