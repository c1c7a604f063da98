import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTijarat, type Tijarat } from './support/openTijarat.ts';
import { eventually, userActions } from './support/userActions.ts';

let tijarat: Tijarat;
let page: Page;
let user: ReturnType<typeof userActions>;

beforeAll(async () => {
  tijarat = await openTijarat();
  page = tijarat.page;
  user = userActions(page);
  await user.open('Tables', 'Monthly releases');
  await user.cell(0, 'value_usd_mn').waitFor();
});
afterAll(() => tijarat?.close());

const head = (column: string) => page.locator(`.ag-header-cell[col-id="${column}"]`);
const name = (column: string) => head(column).locator('.HeaderCell .name');
const undo = () => page.keyboard.press('Control+z');

/** The heads from left to right, without the row numbers. */
async function heads(): Promise<string[]> {
  const found = await page.locator('.GridHost .ag-header-cell').evaluateAll((elements) =>
    elements
      .map((element) => ({
        id: element.getAttribute('col-id') ?? '',
        x: element.getBoundingClientRect().left,
      }))
      .sort((a, b) => a.x - b.x)
      .map(({ id }) => id),
  );
  return found.slice(1);
}
async function width(column: string): Promise<number> {
  return Math.round((await head(column).boundingBox())?.width ?? 0);
}
async function box(locator: ReturnType<typeof head>) {
  const found = await locator.boundingBox();
  if (!found) throw new Error('not on the screen');
  return found;
}
async function choose(column: string, item: string | RegExp): Promise<void> {
  await name(column).click({ button: 'right' });
  await page.getByRole('menuitem', { name: item }).click();
}
const first = ['month', 'item', 'value_usd_mn', 'status'];
const begin = async () => (await heads()).slice(0, 4);

test('a selected column is dragged by its head to another place, by keys as well, and each move is one step to undo', async () => {
  // While the window starts, the settings may still arrive and make the grid anew.
  await eventually(async () => {
    await name('item').click();
    return await head('item').evaluate((element) => element.classList.contains('is-lit'));
  }, true);
  const from = await box(name('item'));
  const to = await box(head('value_usd_mn'));
  await page.mouse.move(from.x + 8, from.y + 8);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width - 6, to.y + 8, { steps: 6 });
  await page.mouse.up();
  await eventually(begin, ['month', 'value_usd_mn', 'item', 'status']);
  // Still the same column that is selected.
  await eventually(() => head('item').evaluate((element) => element.classList.contains('is-lit')), true);
  await page.keyboard.press('Alt+Shift+ArrowRight');
  await eventually(begin, ['month', 'value_usd_mn', 'status', 'item']);
  await undo();
  await eventually(begin, ['month', 'value_usd_mn', 'item', 'status']);
  await undo();
  await eventually(begin, first);
});

test('an edge is dragged, a double click fits the longest text, also of several selected columns', async () => {
  const before = await width('month');
  const edge = await box(head('month').locator('.ag-header-cell-resize'));
  await page.mouse.move(edge.x + edge.width / 2, edge.y + 8);
  await page.mouse.down();
  await page.mouse.move(edge.x + edge.width / 2 + 40, edge.y + 8, { steps: 4 });
  await page.mouse.up();
  await eventually(() => width('month'), before + 40);
  await undo();
  await eventually(() => width('month'), before);
  // The longest name stands far below what is drawn: the engine knows it.
  await name('item').click();
  await name('value_usd_mn').click({ modifiers: ['Shift'] });
  const both = [await width('item'), await width('value_usd_mn')];
  const fit = await box(head('value_usd_mn').locator('.ag-header-cell-resize'));
  await page.mouse.dblclick(fit.x + fit.width / 2, fit.y + 8);
  await eventually(async () => (await width('item')) > (both[0] ?? 0), true);
  const cut = await page
    .locator('.ag-cell[col-id="item"]')
    .evaluateAll((cells) => cells.filter((cell) => cell.scrollWidth > cell.clientWidth).length);
  expect(cut).toBe(0);
  await undo();
  await eventually(async () => [await width('item'), await width('value_usd_mn')], both);
});

test('columns are hidden by keys, marked where they were, shown again from the mark and from the list', async () => {
  await name('value_usd_mn').click();
  await page.keyboard.press('Control+0');
  await eventually(begin, ['month', 'item', 'status', 'published']);
  await head('status').getByRole('button', { name: 'Hidden: Exports. Press to show it.' }).click();
  await eventually(begin, first);
  await choose('status', 'Hide column');
  await choose('item', 'Show columns …');
  const list = page.getByRole('dialog', { name: 'Columns of “Monthly releases”' });
  expect(await list.getByRole('checkbox', { name: 'Status' }).isChecked()).toBe(false);
  await list.getByRole('button', { name: 'Show all' }).click();
  await eventually(() => list.getByRole('checkbox', { name: 'Status' }).isChecked(), true);
  await list.getByRole('button', { name: 'Done' }).click();
  await eventually(begin, first);
});

test('frozen columns stay while the others scroll', async () => {
  await head('item').hover();
  await head('item').getByRole('button', { name: 'Menu of Item' }).click();
  await page.getByRole('menuitem', { name: 'Freeze up to here' }).click();
  await eventually(
    () => head('item').evaluate((element) => element.closest('[class*="pinned-left"]') !== null),
    true,
  );
  await choose('item', 'Unfreeze columns');
  await eventually(
    () => head('item').evaluate((element) => element.closest('[class*="pinned-left"]') !== null),
    false,
  );
});

test('a format changes what is shown and says the unit over it; the cell keeps every digit', async () => {
  await user.cell(0, 'value_usd_mn').click();
  await page.keyboard.press('Control+1');
  const dialog = page.getByRole('dialog', { name: 'Format of Exports' });
  await dialog.getByRole('button', { name: /Shown in/ }).click();
  await page.getByRole('option', { name: 'US$ thousand' }).click();
  await dialog.getByRole('button', { name: /Decimals/ }).click();
  await page.getByRole('option', { name: '1,235' }).click();
  await dialog.getByRole('button', { name: 'Apply' }).click();
  await eventually(() => user.cellText(0, 'value_usd_mn'), '90,070');
  expect(await name('value_usd_mn').innerText()).toMatch(/US\$ k/);
  expect(await name('value_usd_mn').getAttribute('title')).toBe(
    'Stored in US$ million, shown in US$ thousand',
  );
  expect(await page.getByRole('textbox', { name: 'Value of the cell' }).inputValue()).toBe('90.07');
});

test('a column is inserted with a value, renamed, read as another type after a report, and deleted', async () => {
  await choose('item', 'Insert column right …');
  const add = page.getByRole('dialog', { name: 'Insert column' });
  await add.getByRole('textbox', { name: 'Name' }).fill('Remark');
  await add.getByRole('button', { name: /Type/ }).click();
  await page.getByRole('option', { name: 'Text' }).click();
  await add.getByRole('textbox', { name: 'Value in every row' }).fill('12.5');
  await add.getByRole('button', { name: 'Insert', exact: true }).click();
  await eventually(async () => (await heads())[2]?.startsWith('column-'), true);
  const added = (await heads())[2] ?? '';
  await eventually(() => user.cellText(0, added), '12.5');
  await user.typeCell(1, added, 'n.a.', 'n.a.');
  await choose(added, 'Rename …');
  const rename = page.getByRole('dialog', { name: 'Rename “Remark”' });
  await rename.getByRole('textbox', { name: 'Name in the program' }).fill('Weight');
  await page.keyboard.press('Enter');
  await eventually(() => name(added).innerText(), 'Weight');
  await choose(added, 'Change type …');
  const type = page.getByRole('dialog', { name: 'Type of “Weight”' });
  await type.getByRole('button', { name: /New type/ }).click();
  await page.getByRole('option', { name: 'Number' }).click();
  await type.getByText('1 of 193 values does not fit and would be left empty.').waitFor();
  await type.getByText('row 2, line 3 of the file').waitFor();
  await type.getByRole('button', { name: 'Leave them empty' }).click();
  await eventually(() => user.cellText(0, added), '12.50');
  await eventually(() => user.cellText(1, added), '');
  await undo();
  await eventually(() => user.cellText(1, added), 'n.a.');
  await choose(added, 'Delete column');
  // A table that is built from this one would take the column along.
  const question = page.getByRole('alertdialog', { name: 'Delete “Weight”?' });
  await question.getByText('Table that is built from it').first().waitFor();
  await question.getByRole('button', { name: 'Delete', exact: true }).click();
  await eventually(begin, first);
});

test('what uses a column is named before it goes; a view that lost it is given another, and undo brings all back', async () => {
  await user.open('Tables', 'Monthly series');
  await user.cell(0, 'value_usd_mn').waitFor();
  await choose('value_usd_mn', 'Delete column');
  const question = page.getByRole('alertdialog', { name: 'Delete “Exports”?' });
  await question.getByText('Monthly exports', { exact: true }).waitFor();
  await question.getByText('View on Monthly monitor: figure').first().waitFor();
  await question.getByRole('button', { name: 'Delete', exact: true }).click();
  await eventually(async () => (await heads()).includes('value_usd_mn'), false);
  await user.open('Pages', 'Monthly monitor');
  const view = user.view('Monthly exports');
  await view.getByText('The column "Exports" was removed from "Monthly series".').waitFor();
  await view.getByRole('button', { name: 'Choose another column …' }).click();
  const repair = page.getByRole('dialog', { name: 'Repair “Monthly exports”' });
  await repair.getByRole('button', { name: /Instead of Exports/ }).click();
  await page.getByRole('option', { name: 'First print' }).click();
  await repair.getByRole('button', { name: 'Apply' }).click();
  await view.locator('.Chart').waitFor();
  await undo();
  await undo();
  await eventually(() => view.locator('.EmptyState').count(), 0);
  await view.locator('.Chart').waitFor();
});

test('what was arranged is there again when the project is opened', async () => {
  await user.open('Tables', 'Monthly releases');
  await user.cell(0, 'value_usd_mn').waitFor();
  await choose('status', 'Hide column');
  await eventually(begin, ['month', 'item', 'value_usd_mn', 'published']);
  const path = join(tijarat.folder, 'arranged.tijarat');
  await page.keyboard.press('Control+s');
  await user.answerFileDialog(path, 'Save');
  await page.locator('.StatusBar').getByText('Saved', { exact: false }).waitFor();
  await page.keyboard.press('Control+o');
  await user.answerFileDialog(path, 'Open');
  // An opened project begins at home.
  await eventually(() => page.locator('.GridHost').count(), 0);
  await user.open('Tables', 'Monthly releases');
  await user.cell(0, 'value_usd_mn').waitFor();
  await eventually(begin, ['month', 'item', 'value_usd_mn', 'published']);
  await eventually(() => user.cellText(0, 'value_usd_mn'), '90,070');
});

test('nothing was reported as broken', () => {
  expect(tijarat.errors).toEqual([]);
});
