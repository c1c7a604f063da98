import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTijarat, type Tijarat } from './support/openTijarat.ts';
import { eventually, userActions } from './support/userActions.ts';

const payloads = join(import.meta.dirname, '../corpus/clipboard');

let tijarat: Tijarat;
let page: Page;
let user: ReturnType<typeof userActions>;
/** Another program: what it copies is on the real clipboard. */
let other: Page;

beforeAll(async () => {
  tijarat = await openTijarat();
  page = tijarat.page;
  user = userActions(page);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  other = await page.context().newPage();
  await page.bringToFront();
  await user.open('Tables', 'Monthly releases');
  await user.cell(0, 'month').waitFor();
});
afterAll(() => tijarat?.close());

async function copyElsewhere(entries: Record<string, string>): Promise<void> {
  await other.bringToFront();
  await other.evaluate((all) => {
    document.addEventListener(
      'copy',
      (event) => {
        event.preventDefault();
        for (const [type, text] of Object.entries(all)) event.clipboardData?.setData(type, text);
      },
      { once: true },
    );
  }, entries);
  await other.keyboard.press('Control+c');
  await page.bringToFront();
}

const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
const status = async () => (await page.locator('.StatusBar').innerText()).replace(/\s+/g, ' ');
const boxes = (name: string) => page.locator(`.RangeOverlay .${name}`).count();
const undoLabel = async () => {
  await page
    .getByRole('navigation', { name: 'Menu' })
    .getByRole('button', { name: 'Edit', exact: true })
    .click();
  const label = await page.getByRole('menuitem', { name: /^Undo/ }).innerText();
  await page.keyboard.press('Escape');
  return label;
};
/** What the selected cells hold, in full, as the key that copies says it. */
async function selected(): Promise<string> {
  await page.keyboard.press('Control+c');
  return await clipboard();
}
async function undo(): Promise<void> {
  await page.keyboard.press('Control+z');
}

test('ctrl adds ranges, and the figures count a cell once', async () => {
  await user.cell(1, 'value_usd_mn').click();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  // Figures of the sample: 0.237 + 24.9 + 0.3 in rows 2 to 4.
  await eventually(async () => /3 cells .*Count 3/.test(await status()), true);
  await user.cell(3, 'item').click({ modifiers: ['Control'] });
  await page.keyboard.press('Shift+ArrowRight');
  await eventually(async () => /4 cells .*Count 4/.test(await status()), true);
  expect(await boxes('range')).toBe(2);
  await user.cell(3, 'value_usd_mn').click({ modifiers: ['Control'] });
  // Ctrl and a click on a selected cell takes it out.
  await eventually(async () => /3 cells/.test(await status()), true);
  await page.keyboard.press('Escape');
});

test('rows, columns and everything, by keys and by heads; the edge of the data', async () => {
  await user.cell(2, 'item').click();
  await page.keyboard.press('Control+Space');
  await eventually(async () => /193 cells/.test(await status()), true);
  // The view stayed where it was.
  expect(await user.cell(2, 'item').isVisible()).toBe(true);
  await page.locator('.ag-header-cell[col-id="item"] .name').click();
  await page.locator('.ag-header-cell[col-id="value_usd_mn"] .name').click({ modifiers: ['Shift'] });
  await eventually(async () => /386 cells/.test(await status()), true);
  await page.keyboard.press('Control+a');
  await eventually(async () => /1,?\d{3} cells/.test(await status()), true);
  await user.cell(0, 'value_usd_mn').click();
  await page.keyboard.press('Control+Shift+ArrowDown');
  await eventually(async () => /193 cells/.test(await status()), true);
  await page.keyboard.press('Control+Home');
  await user.cell(4, 'month').click();
  await page.keyboard.press('Shift+Space');
  const attribute = () => user.cell(4, 'status').getAttribute('aria-selected');
  await eventually(attribute, 'true');
  expect(await user.cell(5, 'month').getAttribute('aria-selected')).toBe('false');
});

test('a click on a figure copies it in full', async () => {
  await user.cell(0, 'value_usd_mn').click();
  await page.keyboard.press('Shift+ArrowDown');
  await page.getByRole('contentinfo').getByRole('button', { name: /^Sum/ }).click();
  // 90.07 + 0.237, shown with one decimal.
  await eventually(clipboard, '90.307');
});

test('a copy is in full, and with heads; what was copied is outlined until Escape', async () => {
  await user.cell(0, 'item').click();
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Control+c');
  expect(await clipboard()).toBe('Computer services\t90.07');
  expect(await boxes('copied')).toBe(1);
  await page.keyboard.press('Escape');
  await eventually(() => boxes('copied'), 0);
  await page.keyboard.press('Control+Shift+C');
  await eventually(clipboard, 'Item\tExports\r\nComputer services\t90.07');
  await user.cell(0, 'value_usd_mn').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Copy as' }).click();
  await page.getByRole('menuitem', { name: 'Markdown' }).click();
  await eventually(clipboard, '| Item | Exports |\n| --- | ---: |\n| Computer services | 90.1 |');
  // Ranges of other rows and other columns are no block.
  await user.cell(3, 'month').click({ modifiers: ['Control'] });
  await page.keyboard.press('Control+c');
  await page.getByText('Ranges that share neither').waitFor();
  await page.locator('.GridMessage').getByRole('button', { name: 'Close' }).click();
});

const exact = '2024-08\tCall centres\t0.125\r\n2024-08\tComputer services\t1234.5678';

test.each(['excel', 'libreoffice', 'sheets', 'page'])(
  'a block of %s keeps its values, as one step',
  async (name) => {
    const read = (type: string) => readFileSync(join(payloads, `${name}.${type}`), 'utf8');
    await copyElsewhere({ 'text/plain': read('txt'), 'text/html': read('html') });
    await user.cell(4, 'month').click();
    await page.keyboard.press('Control+v');
    await eventually(() => user.cellText(5, 'value_usd_mn'), '1,234.6');
    expect(await selected()).toBe(exact);
    await page.keyboard.press('Escape');
    await undo();
    await eventually(() => user.cellText(5, 'value_usd_mn'), '30.6');
    expect(await page.title()).not.toBe('run');
  },
);

test('text of a PDF viewer stands in columns', async () => {
  await copyElsewhere({ 'text/plain': readFileSync(join(payloads, 'pdf.txt'), 'utf8') });
  await user.cell(4, 'item').click();
  await page.keyboard.press('Control+v');
  await eventually(() => user.cellText(5, 'value_usd_mn'), '1,234.6');
  expect(await selected()).toBe('Call centres\t0.125\r\nComputer services\t1234.5678');
  await undo();
  await eventually(() => user.cellText(5, 'value_usd_mn'), '30.6');
});

test('what does not fit is listed before anything changes', async () => {
  await copyElsewhere({ 'text/plain': 'soon\tCall centres\t7\r\nAug 2024\tCall centres\tn.a.\r\n' });
  await user.cell(4, 'month').click();
  await page.keyboard.press('Control+v');
  const dialog = page.getByRole('dialog', { name: '2 cells do not fit' });
  await dialog.waitFor();
  await dialog.getByText('"n.a." is not a number.').waitFor();
  expect(await user.cellText(4, 'value_usd_mn')).toBe('34.0');
  await dialog.getByRole('button', { name: 'Paste the other 4 cells' }).click();
  await eventually(() => user.cellText(4, 'value_usd_mn'), '7.0');
  expect(await user.cellText(5, 'value_usd_mn')).toBe('30.6');
  expect(await undoLabel()).toContain('Paste 4 cells');
  await undo();
  await eventually(() => user.cellText(4, 'value_usd_mn'), '34.0');
});

test('a block that is longer than the table adds rows in the same step', async () => {
  await copyElsewhere({ 'text/plain': '1\r\n2\r\n3\r\n' });
  await user.cell(4, 'value_usd_mn').click();
  await page.keyboard.press('Control+ArrowDown');
  await page.keyboard.press('Control+v');
  await eventually(async () => /195 rows/.test(await status()), true);
  await eventually(() => user.cellText(194, 'value_usd_mn'), '3.0');
  await undo();
  await eventually(async () => /193 rows/.test(await status()), true);
  await page.keyboard.press('Control+Home');
});

test('cut cells move when they are pasted, and one value fills a selection', async () => {
  await user.cell(0, 'value_usd_mn').click();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+x');
  // Nothing has moved yet.
  expect(await user.cellText(0, 'value_usd_mn')).toBe('90.1');
  await user.cell(4, 'value_usd_mn').click();
  await page.keyboard.press('Control+v');
  await eventually(() => user.cellText(0, 'value_usd_mn'), '');
  expect([await user.cellText(4, 'value_usd_mn'), await user.cellText(5, 'value_usd_mn')]).toEqual([
    '90.1',
    '0.2',
  ]);
  expect(await undoLabel()).toContain('Move 2 cells');
  await undo();
  await eventually(() => user.cellText(0, 'value_usd_mn'), '90.1');

  await user.cell(6, 'value_usd_mn').click();
  await page.keyboard.press('Control+c');
  await user.cell(0, 'value_usd_mn').click();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+v');
  await eventually(() => user.cellText(1, 'value_usd_mn'), '115.0');
  expect(await undoLabel()).toContain('Paste 2 cells');
  await undo();
  await eventually(() => user.cellText(0, 'value_usd_mn'), '90.1');
});

test('paste special turns rows into columns', async () => {
  await copyElsewhere({ 'text/plain': '5\r\n6\r\n' });
  await user.cell(0, 'value_usd_mn').click();
  await page.keyboard.press('Control+Alt+v');
  const dialog = page.getByRole('dialog', { name: 'Paste special' });
  await dialog.getByText('Rows become columns').click();
  await page.keyboard.press('Control+v');
  await eventually(() => user.cellText(0, 'value_usd_mn'), '5.0');
  expect(await user.cellText(0, 'status')).toBe('6');
  expect(await user.cellText(1, 'value_usd_mn')).toBe('0.2');
  await undo();
  await eventually(() => user.cellText(0, 'value_usd_mn'), '90.1');
});

test('nothing was reported as broken', () => {
  expect(tijarat.errors).toEqual([]);
});
