import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTijarat, type Tijarat } from './support/openTijarat.ts';
import { userActions } from './support/userActions.ts';
import { violations } from './support/violations.ts';

let tijarat: Tijarat;
let page: Page;
let user: ReturnType<typeof userActions>;

beforeAll(async () => {
  tijarat = await openTijarat();
  page = tijarat.page;
  user = userActions(page);
  await page.getByRole('heading', { name: 'Monthly monitor', level: 1 }).waitFor();
});
afterAll(() => tijarat?.close());

test('a page, and a page with months brushed', async () => {
  await user.open('Pages', 'Monthly monitor');
  await page.locator('.TileRow .figure').first().waitFor();
  expect(await violations(page)).toEqual([]);
  await user.brush('Monthly exports', { from: 48, to: 56, of: 68 });
  await page.getByRole('button', { name: 'Month Jul 2024 to Mar 2025', exact: true }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('region', { name: 'Filters' }).getByRole('button', { name: 'Clear' }).click();
});

test('a table', async () => {
  await user.open('Tables', 'Monthly series');
  await user.cell(2, 'value_usd_mn').click();
  expect(await violations(page)).toEqual([]);
});

test('a target', async () => {
  await user.open('Targets', 'FY2025');
  await page.getByRole('region', { name: 'Path to the target' }).waitFor();
  expect(await violations(page)).toEqual([]);
});

test('a deck', async () => {
  await user.open('Decks', 'July to March FY2025');
  await page.getByRole('button', { name: 'Export', exact: true }).waitFor();
  expect(await violations(page)).toEqual([]);
});

test('settings', async () => {
  await user.menu('File', /^Settings/);
  await page.getByRole('dialog', { name: 'Settings' }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Done' }).click();
});

test('the import window', async () => {
  const path = join(tijarat.folder, 'months.csv');
  await writeFile(path, 'month,exports\n2025-01,313\n2025-02,305\n2025-03,342\n');
  await user.menu('File', /^Import a file/);
  await user.answerFileDialog(path, 'Open');
  await page.getByRole('button', { name: 'Import 3 rows' }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Cancel' }).click();
});

test('the start window', async () => {
  await user.menu('File', /^Close project/);
  const discard = page.getByRole('button', { name: 'Don’t save' });
  await page.getByRole('button', { name: 'Open a copy' }).or(discard).first().waitFor();
  if (await discard.isVisible()) await discard.click();
  await page.getByRole('button', { name: 'Open a copy' }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Open a copy' }).click();
  await page.getByRole('heading', { name: 'Monthly monitor', level: 1 }).waitFor();
});
test('nothing was reported as broken', () => {
  expect(tijarat.errors).toEqual([]);
});
