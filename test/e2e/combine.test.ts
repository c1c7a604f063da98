import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTijarat, type Tijarat } from './support/openTijarat.ts';
import { eventually, userActions } from './support/userActions.ts';
import { violations } from './support/violations.ts';

let folder: string;
let tijarat: Tijarat;
let page: Page;
let user: ReturnType<typeof userActions>;

const MONTHS = ['2025-01', '2025-02', '2025-03'];
const month = (name: string) =>
  `partner,item,exports\nalpha,software,${Number(name.slice(-1))}0.5\nbeta,software,2${name.slice(-1)}.0\ngamma,calls,7.5\n`;
const PARTNERS = 'code,title,region\nalpha,Alphaland,North\nbeta,Betaland,South\ndelta,Deltaland,South\n';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tijarat-combine-'));
  tijarat = await openTijarat();
  page = tijarat.page;
  // Each file is read in a process of its own, several times slower where other tests run beside.
  page.setDefaultTimeout(90_000);
  user = userActions(page);
  await page.getByRole('heading', { name: 'Monthly monitor', level: 1 }).waitFor();
});
afterAll(async () => {
  await tijarat?.close();
  await rm(folder, { recursive: true, force: true });
});

/** Lets go of files over the window, as a browser tells a page of it. */
async function drop(files: readonly { name: string; text: string }[]): Promise<void> {
  await page.evaluate((given) => {
    const transfer = new DataTransfer();
    for (const { name, text } of given) transfer.items.add(new File([text], name, { type: 'text/csv' }));
    window.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
  }, files);
}

async function choose(label: string | RegExp, option: string): Promise<void> {
  await page.getByRole('button', { name: label }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

test('three files of one layout, dropped together, become one table with the file and its period', async () => {
  await drop([
    ...MONTHS.map((name) => ({ name: `bop-${name}.csv`, text: month(name) })),
    {
      name: 'other-2025-04.csv',
      text: 'partner,item,exports,status\nalpha,software,1,final\nbeta,calls,2,final\n',
    },
  ]);
  await page.getByRole('heading', { name: 'Import 4 files together' }).waitFor();
  const first = page.getByRole('region', { name: 'Layout 1' });
  const other = page.getByRole('region', { name: 'Layout 2' });
  await first.getByRole('checkbox', { name: /bop-2025-03\.csv/ }).waitFor();
  await other.getByText('With status').waitFor();
  const preview = page.getByRole('region', { name: 'Preview' });
  await preview.getByRole('cell', { name: 'bop-2025-01.csv' }).first().waitFor();
  await preview.getByRole('cell', { name: 'Jan 2025' }).first().waitFor();
  // The recipe of the group is changed in the import window's own list, and runs over every file of it.
  await first.getByRole('button', { name: 'Change the recipe' }).click();
  await page.getByText('It stands for 3 files of its layout').waitFor();
  await page
    .getByRole('region', { name: 'Result', exact: true })
    .getByRole('cell', { name: 'calls' })
    .first()
    .click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Leave out "calls"' }).click();
  await page.getByText('2 rows', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Use for 3 files' }).click();
  await page.getByRole('button', { name: 'Import 6 rows into 1 table' }).waitFor();
  await first.getByRole('button', { name: 'Change the recipe' }).click();
  await page.getByText('It stands for 3 files of its layout').waitFor();
  await page
    .getByRole('complementary', { name: 'Recipe' })
    .getByRole('button', { name: /Keep rows/ })
    .focus();
  await page.keyboard.press('Delete');
  await page.getByText('3 rows', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Use for 3 files' }).click();
  await page.getByRole('button', { name: 'Import 9 rows into 1 table' }).waitFor();
  expect(await violations(page)).toEqual([]);
  // The other layout is left out unless it is ticked.
  await page.getByRole('button', { name: 'Import 9 rows into 1 table' }).click();
  await page.getByRole('heading', { name: 'Bop', level: 1 }).waitFor();
  await page.locator('.ag-cell', { hasText: 'bop-2025-01.csv' }).first().waitFor();
  await page
    .locator('.ag-cell', { hasText: /^10\.5$/ })
    .first()
    .waitFor();
});

test('several files can be chosen in the dialog, and names typed in quotes are several', async () => {
  for (const name of ['a.csv', 'b.csv']) await writeFile(join(folder, name), month('2025-05'));
  await writeFile(join(folder, 'b.csv'), month('2025-06'));
  await user.menu('File', /^Import a file/);
  await user.answerFileDialog(`"${join(folder, 'a.csv')}" "${join(folder, 'b.csv')}"`, 'Open');
  await page.getByRole('heading', { name: 'Import 2 files together' }).waitFor();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('heading', { name: 'Monthly monitor', level: 1 }).waitFor();
});

test('names are looked up in a second table, the keys that did not match are seen, and one undo takes it back', async () => {
  const path = join(folder, 'partners.csv');
  await writeFile(path, PARTNERS);
  await user.menu('File', /^Import a file/);
  await user.answerFileDialog(path, 'Open');
  await page.getByRole('button', { name: 'Import 3 rows' }).click();
  await page.getByRole('heading', { name: 'Partners', level: 1 }).waitFor();

  await user.open('Tables', 'Bop');
  await page.getByRole('heading', { name: 'Bop', level: 1 }).waitFor();
  await user.menu('Data', /^Combine tables/);
  await page.getByRole('heading', { name: 'Combine tables' }).waitFor();
  await choose(/Look up in/, 'Partners');
  // The key was found by what the columns hold: they have no name in common.
  const report = page.getByRole('region', { name: 'Report' });
  await report.getByText('1 key of 3 rows are not in "Partners": gamma (3 rows).').waitFor();
  await report.getByText(/1 key of 1 row are not in "Bop": Deltaland \(1 row\)/).waitFor();
  const match = page.getByRole('region', { name: 'Match' });
  expect(await match.innerText()).toMatch(/Matched\s+6 rows/);
  const preview = page.getByRole('region', { name: 'Preview' });
  await preview.getByRole('cell', { name: 'Alphaland' }).first().waitFor();
  expect(await violations(page)).toEqual([]);

  await page.getByRole('button', { name: 'Create table of 9 rows' }).click();
  await page.getByRole('heading', { name: 'Bop with Partners', level: 1 }).waitFor();
  await page.locator('.ag-cell', { hasText: 'Betaland' }).first().waitFor();
  const navigator = page.getByRole('navigation', { name: 'Navigator' });
  const made = navigator.getByRole('button', { name: /^Bop with Partners/ });
  expect(await made.count()).toBe(1);

  // What did not match stays with the table.
  await page.getByRole('button', { name: 'More' }).first().click();
  await page.getByRole('menuitem', { name: 'How it was made…' }).click();
  await page.getByRole('dialog').getByText('gamma (3 rows)', { exact: true }).waitFor();
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+z');
  await eventually(() => made.count(), 0);
  expect(await navigator.getByRole('button', { name: /^Partners/ }).count()).toBe(1);
});

test('nothing was reported as broken', () => {
  expect(tijarat.errors).toEqual([]);
});
