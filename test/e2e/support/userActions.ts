import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** What a user does in the window of the workbench, by the names that a user sees. */
export function userActions(page: Page) {
  const navigator = page.getByRole('navigation', { name: 'Navigator' });

  /** A page, table, target or deck, from the navigator: `group` is the heading above it. */
  async function open(group: string, title: string): Promise<void> {
    await navigator
      .getByRole('region', { name: group })
      .getByRole('button', {
        name: new RegExp(`^${title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}( [\\dU]|$)`),
      })
      .click();
  }

  async function menu(name: string, item: string | RegExp): Promise<void> {
    await page.getByRole('navigation', { name: 'Menu' }).getByRole('button', { name, exact: true }).click();
    await page.getByRole('menuitem', { name: item }).click();
  }

  /** Answers the file dialog of the browser host by a path, as one typed into its field. */
  async function answerFileDialog(path: string, button: 'Open' | 'Save'): Promise<void> {
    const asked = page.getByRole('dialog').filter({ has: page.getByRole('navigation', { name: 'Folder' }) });
    await asked.getByRole('textbox', { name: 'Name' }).fill(path);
    await asked.getByRole('button', { name: button, exact: true }).click();
  }

  /** A cell of the grid by its row on the screen (from 0) and its column's id. */
  function cell(row: number, column: string): Locator {
    return page.locator(`.ag-row[row-index="${row}"] .ag-cell[col-id="${column}"]`);
  }

  async function cellText(row: number, column: string): Promise<string> {
    return (await cell(row, column).innerText()).trim();
  }

  /** Types over a cell and waits until the workbench has taken it. */
  async function typeCell(row: number, column: string, text: string, shown: string): Promise<void> {
    await cell(row, column).click();
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
    await eventually(() => cellText(row, column), shown);
    await eventually(
      () => cell(row, column).evaluate((found) => found.classList.contains('is-pending')),
      false,
    );
  }

  async function findRows(text: string): Promise<void> {
    await page.getByRole('button', { name: 'Filter rows by text' }).click();
    await page.getByRole('textbox', { name: 'Filter rows by text' }).fill(text);
  }

  /** A single figure on a page, found by what stands above it: the figure, and what it is compared with. */
  async function tile(label: string): Promise<string[]> {
    const found = page.locator('.TileRow').getByRole('region', { name: label, exact: true });
    if ((await found.count()) !== 1) return [];
    const figure = await found
      .locator('.figure')
      .evaluate((element) => element.firstChild?.textContent ?? '');
    return [figure, await found.locator('.delta').innerText()];
  }

  function view(title: string): Locator {
    return page.locator('.View').and(page.getByRole('region', { name: title, exact: true }));
  }

  /** The sentence in which a chart describes itself to those who do not see it. */
  async function chart(title: string): Promise<string> {
    const picture = view(title).locator('.Chart');
    return (await picture.count()) === 1 ? ((await picture.getAttribute('aria-label')) ?? '') : '';
  }

  /** Drags over the rail below a chart's time axis, from the middle of one mark to the middle of another, as counted from 0. */
  async function brush(
    title: string,
    { from, to, of }: { from: number; to: number; of: number },
  ): Promise<void> {
    const box = await view(title).locator('.rail').boundingBox();
    if (!box) throw new Error(`${title} has no time brush`);
    const x = (mark: number) => box.x + (box.width * (mark + 0.5)) / of;
    const y = box.y + box.height / 2;
    await page.mouse.move(x(from), y);
    await page.mouse.down();
    await page.mouse.move(x(to), y, { steps: 12 });
    await page.mouse.up();
  }

  const notice = (text: string | RegExp) => page.getByRole('region', { name: 'Notices' }).getByText(text);

  return {
    open,
    menu,
    answerFileDialog,
    cell,
    cellText,
    typeCell,
    findRows,
    tile,
    view,
    chart,
    brush,
    notice,
  };
}

/** Waits until what is read is what is expected. */
export async function eventually(read: () => Promise<unknown>, expected: unknown): Promise<void> {
  await expect.poll(read, { timeout: 12_000 }).toEqual(expected);
}
