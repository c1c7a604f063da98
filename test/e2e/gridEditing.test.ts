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
  await eventually(() => texts([0, 1, 2, 3, 4]), Array.from({ length: 5 }, () => '100.5'));
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await eventually(() => texts([2, 3, 4]), before.slice(2));
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await eventually(() => texts([0, 1, 2, 3, 4]), before);
});

test('nothing was reported as broken', () => {
  expect(tijarat.errors).toEqual([]);
});
