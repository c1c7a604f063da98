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

/** The n-th edit: no figure of the sample is like it. */
const edit = (row: number) => `${7000 + row}.5`;
const shown = (row: number) => `7,${String(row).padStart(3, '0')}.5`;

/** Rows whose cell shows its edit as taken: without the mark of one that is on its way. */
async function acknowledged(): Promise<number[]> {
  const rows = await page.locator('.ag-cell[col-id="value_usd_mn"]:not(.is-pending)').evaluateAll((cells) =>
    cells.map((cell) => ({
      row: Number(cell.closest('.ag-row')?.getAttribute('row-index')),
      text: cell.textContent?.trim() ?? '',
    })),
  );
  return rows.filter(({ row, text }) => text === shown(row)).map(({ row }) => row);
}

test('a workbench killed amid edits comes back by itself with every edit that was taken', async () => {
  const [workbench] = tijarat.program.children();
  await user.cell(0, 'value_usd_mn').click();
  let taken: number[] = [];
  for (let row = 0; row < 14; row++) {
    await page.keyboard.type(edit(row));
    await page.keyboard.press('Enter');
    // The first is taken; others are on their way when the process dies.
    if (row === 9) {
      await eventually(async () => (await acknowledged()).length > 0, true);
      taken = await acknowledged();
      process.kill(Number(workbench), 'SIGKILL');
    }
  }
  await user.notice('The workbench stopped and was started again.').waitFor();
  expect(taken.length).toBeGreaterThan(0);
  expect(await page.getByText('Starting the workbench').count()).toBe(0);
  await eventually(() => page.locator('.ag-cell.is-pending').count(), 0);
  await eventually(async () => {
    const kept = await acknowledged();
    return taken.filter((row) => !kept.includes(row));
  }, []);
});

test('editing and undo go on where they were', async () => {
  const before = await user.cellText(20, 'value_usd_mn');
  await user.typeCell(20, 'value_usd_mn', '8123.5', '8,123.5');
  await page.keyboard.press('Control+z');
  await eventually(() => user.cellText(20, 'value_usd_mn'), before);
  // The steps from before the kill are still in the list.
  const kept = await acknowledged();
  const last = Math.max(...kept);
  await page.keyboard.press('Control+z');
  await eventually(async () => (await acknowledged()).includes(last), false);
  await page.keyboard.press('Control+Shift+z');
  await eventually(acknowledged, kept);
});

test('nothing was reported as broken', () => {
  // The browser itself says that the connection was refused while the workbench was away.
  expect(tijarat.errors.filter((error) => !/WebSocket connection to/.test(error))).toEqual([]);
});
