import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTijarat, type Tijarat } from './support/openTijarat.ts';
import { eventually, userActions } from './support/userActions.ts';
import { violations } from './support/violations.ts';

let folder: string;
let tijarat: Tijarat;
let page: Page;
let user: ReturnType<typeof userActions>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tijarat-recipe-'));
  tijarat = await openTijarat();
  page = tijarat.page;
  user = userActions(page);
  await page.getByRole('heading', { name: 'Monthly monitor', level: 1 }).waitFor();
  await writeFile(join(folder, 'trade.xlsx'), await workbook());
});
afterAll(async () => {
  await tijarat?.close();
  await rm(folder, { recursive: true, force: true });
});
/** Leaves whatever window the test before left. */
beforeEach(async () => {
  const cancel = page.getByRole('contentinfo').getByRole('button', { name: 'Cancel' });
  if (await cancel.isVisible()) await cancel.click();
});

/** Years above months over three items, one cell of words; a second sheet of months in rows. */
async function workbook(): Promise<Uint8Array> {
  return await writeXlsx({
    sheets: [
      {
        name: 'Services',
        rows: [
          ['Exports of services (Million US$)'],
          [],
          ['Item', '2024', null, null, '2025', null, null],
          [null, 'Jan', 'Feb', 'Mar', 'Jan', 'Feb', 'Mar'],
          ['Computer services', 240.5, 251, 248.2, 279.9, 281.2, 290],
          ['Telecommunication services', 41.1, 42.6, 39.8, 44, 45.2, 41],
          ['Information services', 4.4, 4.1, 'see note', 6.1, 6.3, 6.2],
        ],
      },
      {
        name: 'Goods',
        rows: [
          ['Month', 'Item', 'Value'],
          ['2025-01', 'Textiles', 1500],
          ['2025-02', 'Textiles', 1510],
          ['2025-03', 'Textiles', 1490],
        ],
      },
    ],
  });
}

async function importFile(name: string, rows: string): Promise<void> {
  await user.menu('File', /^Import a file/);
  await user.answerFileDialog(join(folder, name), 'Open');
  await importButton(rows).waitFor();
}

const importButton = (what: string) => page.getByRole('button', { name: `Import ${what}`, exact: true });
const recipe = () => page.getByRole('complementary', { name: 'Recipe' });
const result = () => page.getByRole('region', { name: 'Result', exact: true });
const raw = () => page.getByRole('region', { name: 'File', exact: true });
const problems = () => page.getByRole('region', { name: 'Problems' });

test('two header rows of wide months become rows; a step is corrected, taken back, made again, and the table accepted', async () => {
  await importFile('trade.xlsx', '18 rows');
  await result().getByRole('cell', { name: 'Feb 2025' }).first().waitFor();
  const header = result().getByRole('button', { name: /^Value/ });
  await header.click();
  await recipe().getByRole('textbox', { name: 'Unit' }).fill('US$ billion');
  await page.keyboard.press('Enter');
  await eventually(() => header.innerText().then((text) => text.includes('US$ billion')), true);
  await header.focus();
  await page.keyboard.press('Control+z');
  await eventually(() => header.innerText().then((text) => text.includes('US$ billion')), false);
  await page.keyboard.press('Control+y');
  await eventually(() => header.innerText().then((text) => text.includes('US$ billion')), true);
  // The menu and the title bar mean the recipe too, and name its step; before the first one there is nothing of the project to undo.
  await user.menu('Edit', /^Undo: Change "Type, role and unit" \(value\)/);
  await eventually(() => header.innerText().then((text) => text.includes('US$ billion')), false);
  const bar = page.getByRole('banner');
  await eventually(() => bar.getByRole('button', { name: 'Undo' }).isDisabled(), true);
  await bar.getByRole('button', { name: 'Redo' }).click();
  await eventually(() => header.innerText().then((text) => text.includes('US$ billion')), true);
  await importButton('18 rows').click();
  await page.getByRole('heading', { name: /Exports of services|Trade/, level: 1 }).waitFor();
  await page.locator('.ag-cell', { hasText: /^279\.9$/ }).waitFor();
});

test('the result is seen as of each step, by arrow keys alone', async () => {
  await importFile('trade.xlsx', '18 rows');
  await recipe()
    .getByRole('button', { name: /Header/ })
    .focus();
  await page.keyboard.press('Enter');
  // Before the months became rows there are three.
  await page.getByText(/^after step 2 of \d+/).waitFor();
  await eventually(() => result().getByRole('columnheader').count(), 8);
  await page.keyboard.press('Enter');
  await page.getByText(/^after step 2 of \d+/).waitFor({ state: 'hidden' });
  await page.keyboard.press('ArrowDown');
  await eventually(() => recipe().locator('li button:focus').count(), 1);
  await page.keyboard.press('Enter');
  await page.getByText(/^after step 3 of \d+/).waitFor();
  await page.getByRole('button', { name: 'Show the end' }).click();
  await result()
    .getByRole('button', { name: /US\$ million/ })
    .waitFor();
});

test('a split is added by keyboard, before the types are set', async () => {
  await importFile('trade.xlsx', '18 rows');
  await recipe().getByRole('button', { name: 'Add a step' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('searchbox', { name: 'Find a step' }).waitFor();
  await page.keyboard.type('split');
  await eventually(() => page.getByRole('menuitem').count(), 1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await result()
    .getByRole('button', { name: /^Item 1/ })
    .waitFor();
  await result().getByRole('cell', { name: 'Computer', exact: true }).first().waitFor();
  await page.keyboard.press('Control+z');
  await eventually(
    () =>
      result()
        .getByRole('button', { name: /^Item 1/ })
        .count(),
    0,
  );
});

test('a step that does not fit says so in its place, and moved up it runs', async () => {
  await importFile('trade.xlsx', '18 rows');
  await recipe()
    .getByRole('button', { name: /^\d+ Number/ })
    .click();
  await recipe().getByRole('button', { name: 'Add a step' }).click();
  await page.keyboard.type('replace');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const step = recipe().getByRole('listitem').filter({ hasText: 'Replace' });
  await step.getByRole('checkbox', { name: 'In every column of texts' }).waitFor();
  await step.getByText('In every column of texts').click();
  await step.getByText('value', { exact: true }).click();
  await step.getByText('Item', { exact: true }).click();
  await step
    .getByRole('alert')
    .getByText(/works on texts, and "value" has been read as number/)
    .waitFor();
  expect(await importButton('18 rows').isDisabled()).toBe(true);
  await step.getByRole('button', { name: 'Move the step up' }).click();
  await eventually(() => step.getByRole('alert').count(), 0);
  await eventually(() => importButton('18 rows').isDisabled(), false);
});

test('a problem leads to its cell, and one click treats it', async () => {
  await importFile('trade.xlsx', '18 rows');
  const note = problems().getByRole('listitem').filter({ hasText: 'Not a number' });
  await note.getByRole('button', { name: 'Show line 7' }).click();
  await eventually(() => raw().locator('td.is-shown').allInnerTexts(), ['see note']);
  await note.getByRole('button', { name: 'Skip line 7' }).click();
  await importButton('12 rows').waitFor();
  expect(await note.count()).toBe(0);
  await page.keyboard.press('Control+z');
  await importButton('18 rows').waitFor();
  await note.getByRole('button', { name: 'Take these texts as no figure' }).click();
  await eventually(() => note.count(), 0);
  await importButton('18 rows').waitFor();
});

test('a column and a line have their menus; several header lines by a click with Shift', async () => {
  await importFile('trade.xlsx', '18 rows');
  await result().getByRole('button', { name: /^Item/ }).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Drop this column' }).click();
  await eventually(() => result().getByRole('button', { name: /^Item/ }).count(), 0);
  await page.keyboard.press('Control+z');
  await result().getByRole('button', { name: /^Item/ }).waitFor();
  await result().getByRole('cell', { name: 'Information services' }).first().click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Leave out "Information services"' }).click();
  await importButton('12 rows').waitFor();
  await page.keyboard.press('Control+z');
  await importButton('18 rows').waitFor();

  await raw().getByRole('cell', { name: 'Telecommunication services' }).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Skip this line' }).click();
  await importButton('12 rows').waitFor();
  await raw().getByRole('button', { name: 'Make line 4 the header' }).click();
  await recipe().getByText('line 4', { exact: true }).waitFor();
  await raw()
    .getByRole('button', { name: 'Make line 3 the header' })
    .click({ modifiers: ['Shift'] });
  await recipe().getByText('lines 3 to 4').waitFor();
  await importButton('18 rows').waitFor();
});

test('a formula is checked as it is typed, and makes a column', async () => {
  await importFile('trade.xlsx', '18 rows');
  await recipe().getByRole('button', { name: 'Add a step' }).click();
  await page.getByRole('searchbox', { name: 'Find a step' }).waitFor();
  await page.keyboard.type('computed');
  await eventually(() => page.getByRole('menuitem').count(), 1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const formula = recipe().getByRole('textbox', { name: 'Formula' });
  await formula.fill('ROUND([value] * ');
  await recipe()
    .getByText(/^Letter 17: The formula stops too early/)
    .waitFor();
  await formula.fill('ROUND([value] * 2, 0)');
  await page.keyboard.press('Enter');
  await result().getByRole('cell', { name: '481', exact: true }).waitFor();
});

test('cells far down the file are led to, in the file and in the result', async () => {
  const lines = Array.from({ length: 3000 }, (_, i) => `${i},${i === 2800 ? 'oops' : i / 10}`);
  await writeFile(join(folder, 'long.csv'), `id,value\n${lines.join('\n')}\n`);
  await importFile('long.csv', '3,000 rows');
  expect(await raw().getByRole('cell', { name: 'oops' }).count()).toBe(0);
  await problems().getByRole('button', { name: 'Show line 2802' }).click();
  await eventually(() => raw().locator('td.is-shown').allInnerTexts(), ['oops']);
  await result().getByRole('rowheader', { name: '2802' }).waitFor();
});

test('two sheets come as two tables, and one undo takes both back', async () => {
  await importFile('trade.xlsx', '18 rows');
  await page.getByText('Import Goods too').locator('..').click();
  await importButton('2 tables').click();
  const tables = page.getByRole('navigation', { name: 'Navigator' }).getByRole('region', { name: 'Tables' });
  await tables.getByRole('button', { name: /^Goods/ }).waitFor();
  const count = await tables.getByRole('button').count();
  await page.keyboard.press('Control+z');
  await eventually(() => tables.getByRole('button').count(), count - 2);
});

test('axe finds nothing in the open panels', async () => {
  await importFile('trade.xlsx', '18 rows');
  await recipe()
    .getByRole('button', { name: /Columns to rows/ })
    .click();
  await page.getByText(/^after step \d+ of/).waitFor();
  await problems().getByRole('button', { name: 'Show line 7' }).click();
  expect(await violations(page)).toEqual([]);
  await recipe().getByRole('button', { name: 'Add a step' }).click();
  await page.getByRole('searchbox', { name: 'Find a step' }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
});

test('nothing was reported as broken', () => {
  expect(tijarat.errors).toEqual([]);
});
