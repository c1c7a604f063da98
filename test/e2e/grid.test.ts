import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AG_SELECTORS } from '../../renderer/grid/agDom.ts';
import { openTijarat, type Tijarat } from './support/openTijarat.ts';

let tijarat: Tijarat;
let page: Page;

beforeAll(async () => {
  tijarat = await openTijarat();
  page = tijarat.page;
  await page.locator('.Navigator').getByText('Monthly releases', { exact: true }).first().click();
  await cell(0, 'value_usd_mn').waitFor();
});
afterAll(() => tijarat?.close());

/** A cell by its row on the screen (from 0) and its column. */
function cell(row: number, column: string): Locator {
  return page.locator(`.ag-row[row-index="${row}"] .ag-cell[col-id="${column}"]`);
}

async function text(locator: Locator): Promise<string> {
  return (await locator.innerText()).trim();
}

async function eventually(read: () => Promise<unknown>, expected: unknown): Promise<void> {
  await expect.poll(read, { timeout: 15_000 }).toEqual(expected);
}

test('AG Grid still calls its parts as renderer/grid/agDom.ts does', async () => {
  for (const selector of AG_SELECTORS) {
    expect(await page.locator(`.GridHost ${selector}`).count(), selector).toBeGreaterThan(0);
  }
});

test('typing changes a cell, Enter moves down, undo brings the old value back', async () => {
  const before = await text(cell(1, 'value_usd_mn'));
  await cell(1, 'value_usd_mn').click();
  await page.keyboard.type('311.5');
  await page.keyboard.press('Enter');
  await eventually(() => text(cell(1, 'value_usd_mn')), '311.5');
  // Enter went one row down: the cell below has the keyboard.
  expect(await cell(2, 'value_usd_mn').evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.press('Control+z');
  await eventually(() => text(cell(1, 'value_usd_mn')), before);
});

test('what is no number is refused in its cell, and the old value is kept', async () => {
  const before = await text(cell(1, 'value_usd_mn'));
  await cell(1, 'value_usd_mn').click();
  await page.keyboard.type('31O');
  await page.keyboard.press('Enter');
  await page.getByText('“31O” was not taken').waitFor();
  expect(await text(cell(1, 'value_usd_mn'))).toBe('31O');
  await page.getByRole('button', { name: 'Keep the old value' }).click();
  await eventually(() => text(cell(1, 'value_usd_mn')), before);
});

test('a copied block is pasted as one step', async () => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const from = [await text(cell(0, 'value_usd_mn')), await text(cell(1, 'value_usd_mn'))];
  const before = [await text(cell(4, 'value_usd_mn')), await text(cell(5, 'value_usd_mn'))];
  await cell(0, 'value_usd_mn').click();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+c');
  await cell(4, 'value_usd_mn').click();
  await page.keyboard.press('Control+v');
  const now = async () => [await text(cell(4, 'value_usd_mn')), await text(cell(5, 'value_usd_mn'))];
  await eventually(now, from);
  await page.keyboard.press('Control+z');
  await eventually(now, before);
});

test('sorting and filtering are the engine’s', async () => {
  const head = page.locator('.ag-header-cell[col-id="value_usd_mn"]');
  await head.hover();
  await head.getByRole('button', { name: /^Sort by/ }).click();
  await head.getByRole('button', { name: /^Sort by/ }).click();
  await eventually(() => head.getAttribute('aria-sort'), 'descending');
  const values = async () => {
    const texts = await Promise.all([0, 1, 2, 3].map((row) => text(cell(row, 'value_usd_mn'))));
    return texts.map((value) => Number(value.replaceAll(',', '')));
  };
  await eventually(
    async () => (await values()).every((v, i, all) => i === 0 || v <= (all[i - 1] ?? v)),
    true,
  );
  await page.getByRole('button', { name: 'Filter rows by text' }).click();
  await page.getByRole('textbox', { name: 'Filter rows by text' }).fill('no such letters');
  await page.getByText('No row passes the filters').waitFor();
  await page.locator('.FilterBar').getByRole('button', { name: 'Clear all' }).click();
  await eventually(
    () =>
      page
        .locator('.StatusBar')
        .innerText()
        .then((words) => /193\s+rows/.test(words)),
    true,
  );
});

test('a row is added and deleted', async () => {
  const rows = (count: number) =>
    eventually(
      () =>
        page
          .locator('.StatusBar')
          .innerText()
          .then((words) => words.includes(`${count} rows`)),
      true,
    );
  await page.getByRole('button', { name: 'Add row', exact: true }).click();
  await rows(194);
  await cell(193, 'value_usd_mn').click({ button: 'right', position: { x: 20, y: 6 } });
  await page.getByRole('menuitem', { name: /^Delete row/ }).click();
  await rows(193);
  await cell(192, 'value_usd_mn').click();
  await page.keyboard.press('Control+Home');
  await cell(1, 'value_usd_mn').waitFor();
});

test('nothing was reported as broken', () => {
  expect(tijarat.errors).toEqual([]);
});

test('work done after an undo does not destroy what was undone: the history leads back to it', async () => {
  const before = await text(cell(1, 'value_usd_mn'));
  const type = async (figure: string) => {
    await cell(1, 'value_usd_mn').click();
    await page.keyboard.type(figure);
    await page.keyboard.press('Enter');
    await eventually(() => text(cell(1, 'value_usd_mn')), figure);
  };
  await type('321.5');
  await page.keyboard.press('Control+z');
  await eventually(() => text(cell(1, 'value_usd_mn')), before);
  await type('322.5');
  await page.keyboard.press('Control+Alt+z');
  const panel = page.locator('.HistoryList');
  await panel.getByRole('button', { name: /^1 step of another way, to Change Exports to 321.5/ }).click();
  await panel.locator('.is-left').click();
  await eventually(() => text(cell(1, 'value_usd_mn')), '321.5');
  expect(await panel.locator('[aria-current]').innerText()).toMatch(/^Change Exports to 321.5/);
  await page.keyboard.press('Control+Alt+z');
  await panel.waitFor({ state: 'detached' });
  await page.keyboard.press('Control+z');
  await eventually(() => text(cell(1, 'value_usd_mn')), before);
});
