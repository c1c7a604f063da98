import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTijarat, type Tijarat } from './support/openTijarat.ts';

let tijarat: Tijarat;
let page: Page;

beforeAll(async () => {
  tijarat = await openTijarat();
  page = tijarat.page;
  await page.locator('.Navigator').getByText('Monthly releases', { exact: true }).first().click();
  await cell(0, VALUE).waitFor();
});
afterAll(() => tijarat?.close());

const VALUE = 'value_usd_mn';

function cell(row: number, column: string): Locator {
  return page.locator(`.ag-row[row-index="${row}"] .ag-cell[col-id="${column}"]`);
}
async function text(row: number, column = VALUE): Promise<string> {
  return (await cell(row, column).innerText()).trim();
}
async function texts(rows: number[], column = VALUE): Promise<string[]> {
  return await Promise.all(rows.map((row) => text(row, column)));
}
async function eventually(read: () => Promise<unknown>, expected: unknown): Promise<void> {
  await expect.poll(read, { timeout: 10_000 }).toEqual(expected);
}
async function type(row: number, words: string, column = VALUE): Promise<void> {
  await cell(row, column).click();
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
}

test('the handle is dragged and numbers go on; ctrl+D copies; each is one step', async () => {
  await expect.poll(() => text(1), { timeout: 10_000 }).not.toBe('');
  const before = await texts([0, 1, 2, 3, 4]);
  await type(0, '100.5');
  await type(1, '101');
  await eventually(() => texts([0, 1]), ['100.5', '101.0']);
  await cell(0, VALUE).click();
  await page.keyboard.press('Shift+ArrowDown');
  const handle = page.locator('.FillHandle');
  const from = await handle.boundingBox();
  const to = await cell(4, VALUE).boundingBox();
  if (!from || !to) throw new Error('nothing to drag');
  await page.mouse.move(from.x + 4, from.y + 4);
  await page.mouse.down();
  await page.mouse.move(to.x + 20, to.y + 10, { steps: 4 });
  await page.locator('.RangeOverlay .filling').first().waitFor();
  await page.mouse.up();
  await eventually(() => texts([0, 1, 2, 3, 4]), ['100.5', '101.0', '101.5', '102.0', '102.5']);
  await page.keyboard.press('Control+d');
  await eventually(
    () => texts([0, 1, 2, 3, 4]),
    Array.from({ length: 5 }, () => '100.5'),
  );
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await eventually(() => texts([2, 3, 4]), before.slice(2));
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await eventually(() => texts([0, 1, 2, 3, 4]), before);
});

test('cells are found while it is typed, and replaced in one step after a look at what will change', async () => {
  const before = await texts([0, 1, 2], 'item');
  await cell(0, 'item').click();
  await page.keyboard.press('Control+f');
  const panel = page.getByRole('search', { name: 'Find and replace' });
  await page.keyboard.type('computer (serv');
  await panel.getByRole('button', { name: 'Regular expression' }).click();
  await panel.getByText('is not a regular expression').waitFor();
  expect(await panel.locator('mark').innerText()).not.toBe('');
  await panel.getByRole('textbox', { name: 'Find' }).fill('(com)puter (services)');
  await expect.poll(() => panel.locator('.count').innerText()).toMatch(/^\d+ of \d+$|^\d+ cells$/);
  await page.locator('.RangeOverlay .hit').first().waitFor();
  await panel.getByRole('textbox', { name: 'Find' }).press('Enter');
  await expect.poll(() => panel.locator('.count').innerText()).toMatch(/^[12] of \d+$/);
  await page.keyboard.press('Control+h');
  await panel.getByRole('textbox', { name: 'Replace by' }).fill('$2 of $1');
  await panel.getByRole('button', { name: 'Replace all …' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /^Replace in \d+ cells$/ }).click();
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(() => texts([0, 1, 2, 3, 4, 5], 'item')).toContain('services of Com');
  await panel.getByRole('textbox', { name: 'Find' }).press('Escape');
  await panel.waitFor({ state: 'detached' });
  await cell(0, 'item').click();
  await page.keyboard.press('Control+z');
  await eventually(() => texts([0, 1, 2], 'item'), before);
});

test('a code is typed by its beginning, chosen from the list, and a period is understood while it is typed', async () => {
  const before = await text(1, 'item');
  const label = await text(0, 'item');
  await cell(1, 'item').click();
  await page.keyboard.type(label.slice(0, -2));
  await page.keyboard.press('Enter');
  await eventually(() => text(1, 'item'), label);
  await page.keyboard.press('Control+z');
  await eventually(() => text(1, 'item'), before);
  await cell(1, 'item').click();
  await page.keyboard.press('Alt+ArrowDown');
  await page.getByRole('listbox', { name: 'Codes of Item' }).getByRole('option').nth(2).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('listbox', { name: 'Codes of Item' }).waitFor({ state: 'detached' });
  await cell(1, 'month').click();
  await page.keyboard.type('march 2025');
  await expect.poll(() => page.locator('.EditorHint').innerText()).toBe('Mar 2025');
  await page.keyboard.press('Escape');
  await page.locator('.EditorHint').waitFor({ state: 'detached' });
});

test('a computed column begins at a column menu, and names complete', async () => {
  await page.locator(`.ag-header-cell[col-id="${VALUE}"] .HeaderCell .name`).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Add computed column' }).click();
  const dialog = page.getByRole('dialog', { name: /^Computed column in/ });
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Twice');
  const formula = dialog.getByRole('combobox', { name: 'Formula' });
  await formula.click();
  await page.keyboard.type('[exp');
  await dialog.getByRole('option').first().waitFor();
  await page.keyboard.press('Tab');
  expect(await formula.inputValue()).toBe('[Exports]');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await dialog.waitFor({ state: 'detached' });
});

test('a changed cell is listed, carries a note, and goes back to what its file says', async () => {
  const before = await text(1);
  await type(1, '777.5');
  await eventually(() => text(1), '777.5');
  await cell(1, VALUE).click();
  await page.keyboard.press('Shift+F2');
  const popover = page.getByRole('dialog', { name: 'Where the cell comes from' });
  await popover.getByRole('button', { name: 'Add a note' }).click();
  await page.keyboard.type('As told by the bank');
  await page.keyboard.press('Tab');
  await cell(1, VALUE).and(page.locator('.is-noted')).waitFor({ state: 'attached' });
  await popover.getByRole('button', { name: 'Revert to what the file says' }).click();
  await eventually(() => text(1), before);
  await popover.waitFor({ state: 'detached' });
  await page.keyboard.press('Control+z');
  await eventually(() => text(1), '777.5');
  await page.getByRole('tab', { name: /^Changes/ }).click();
  await page.locator('.ChangeList').getByText('777.5').waitFor();
  await page.getByRole('button', { name: `Revert to ${before}` }).click();
  await eventually(() => text(1), before);
});

test('nothing was reported as broken', () => {
  expect(tijarat.errors).toEqual([]);
});
