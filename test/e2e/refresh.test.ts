import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTijarat, type Tijarat } from './support/openTijarat.ts';
import { eventually, userActions } from './support/userActions.ts';

const monthly = join(import.meta.dirname, '../corpus/sample-figures/pakistan-ict-exports-monthly.csv');

let tijarat: Tijarat;
let page: Page;
let user: ReturnType<typeof userActions>;

beforeAll(async () => {
  tijarat = await openTijarat();
  page = tijarat.page;
  user = userActions(page);
  await page.getByRole('heading', { name: 'Monthly monitor', level: 1 }).waitFor();
});
afterAll(async () => {
  await tijarat?.close();
});

/** A workbook with years above months. */
async function workbook(
  name: string,
  above: (string | null)[][],
  months: string[],
  rows: (string | number | null)[][],
) {
  const path = join(tijarat.folder, name);
  const years = ['Item', ...months.map((_, i) => (i === 0 ? '2024' : null))];
  const bytes = await writeXlsx({
    sheets: [{ name: 'Services', rows: [...above, years, [null, ...months], ...rows] }],
  });
  await writeFile(path, bytes);
  return path;
}

async function refresh(path: string): Promise<void> {
  await user.menu('Data', /^Refresh "/);
  await user.answerFileDialog(path, 'Open');
}

test('a workbook with two header rows is refreshed by a revised one, seen before it is accepted, and undone', async () => {
  const first = await workbook(
    'services.xlsx',
    [['Exports of services, US$ million']],
    ['Jul', 'Aug', 'Sep'],
    [
      ['Computer services', 240.5, 251, 248.2],
      ['Telecommunication services', 41.1, 42.6, 39.8],
      ['Information services', 4.4, 4.1, 4],
    ],
  );
  await user.menu('File', /^Import a file/);
  await user.answerFileDialog(first, 'Open');
  await page.getByRole('button', { name: 'Import 9 rows' }).click();
  await page.getByRole('heading', { name: 'Services', level: 1, exact: true }).waitFor();

  const next = await workbook(
    'services-revised.xlsx',
    [['Exports of services, US$ million'], ['Released on 18 November 2024'], [null]],
    ['Jul', 'Aug', 'Sep', 'Oct'],
    [
      ['Computer services', 240.5, 251, 251.9, 279.9],
      ['Telecommunication services', 41.1, 42.6, 39.8, 44],
      ['Information services', 4.4, 4.1, 4, 6.1],
    ],
  );
  await refresh(next);
  await page.getByRole('heading', { name: 'Refresh Services', level: 1 }).waitFor();
  const revised = page.getByRole('region', { name: 'Revised' });
  await revised.getByRole('cell', { name: '251.9' }).waitFor();
  const words = await revised.getByRole('row').nth(1).innerText();
  // 3.7 of 248.2 is 1.5 %.
  for (const part of ['Computer services', 'Sep 2024', '248.2', '251.9', '+3.7', '+1.5%'])
    expect(words).toContain(part);
  await page.getByRole('tab', { name: 'New 3' }).click();
  await page.getByRole('region', { name: 'New' }).getByRole('cell', { name: '279.9' }).waitFor();
  expect(await page.getByRole('textbox', { name: 'Released' }).inputValue()).toBe('2024-11-18');
  await page
    .getByRole('complementary', { name: 'Recipe' })
    .getByText(/New periods join/)
    .waitFor();
  expect(await page.getByRole('contentinfo').innerText()).toMatch(/4 rows to add.*8 figures unchanged/);

  await page.getByRole('button', { name: 'Refresh the table' }).click();
  await user.notice(/was refreshed from services-revised\.xlsx/).waitFor();
  const status = () => page.locator('.StatusBar').innerText();
  await eventually(async () => (await status()).includes('13 rows'), true);
  await page.locator('.ag-cell', { hasText: /^251\.9$/ }).waitFor();
  await page.keyboard.press('Control+z');
  await eventually(async () => (await status()).includes('9 rows'), true);

  // The same file as was imported brings nothing.
  await refresh(first);
  await page.getByText('This file brings nothing that is not there already.').waitFor();
  expect(await page.getByRole('button', { name: 'Refresh the table' }).isDisabled()).toBe(true);
  // A notice has a button of that name too.
  await page.getByRole('contentinfo').getByRole('button', { name: 'Close', exact: true }).click();
});

test('a renamed column is matched in a dialog', async () => {
  const path = join(tijarat.folder, 'renamed.csv');
  await writeFile(path, 'Service,2024 Jul,2024 Aug,2024 Sep\nComputer services,240.5,251,249\n');
  await user.open('Tables', 'Services');
  await refresh(path);
  const dialog = page.getByRole('dialog', { name: 'Which columns are which?' });
  await dialog.getByRole('button', { name: /Item/ }).waitFor();
  expect(await dialog.innerText()).toContain('Service');
  await dialog.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('tab', { name: 'Revised 1' }).waitFor();
  await page.getByRole('tab', { name: 'Gone 6' }).waitFor();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('heading', { name: 'Services', level: 1, exact: true }).waitFor();
});

test('the sample’s releases take a later one, with the charts before and after', async () => {
  const text = await readFile(monthly, 'utf8');
  const path = join(tijarat.folder, 'releases.csv');
  // A release that puts November 2024 from 310 to 300.
  await writeFile(path, `${text.trimEnd()}\n2024-11,ict_total,300,revised,2026-09-20,SBP,\n`);
  await user.open('Tables', 'Monthly releases');
  await refresh(path);
  const revised = page.getByRole('region', { name: 'Revised' });
  await revised.getByRole('cell', { name: 'Nov 2024' }).waitFor();
  await page.getByRole('tab', { name: 'Revised 1' }).waitFor();
  const charts = page.getByRole('region', { name: 'Before and after' });
  await eventually(async () => (await charts.locator('figure').count()) >= 2, true);
  await page.getByRole('button', { name: 'Cancel' }).click();
});

test('nothing was reported as broken', () => {
  expect(tijarat.errors).toEqual([]);
});
