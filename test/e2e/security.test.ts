import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTijarat, type Tijarat } from './support/openTijarat.ts';
import { eventually, userActions } from './support/userActions.ts';

const IMAGE = '<img src=x onerror="window.hacked=1">';
/** Names that a page might run, and the figure of each. */
const ROWS = [
  [IMAGE, 3],
  ['<script>window.hacked=1</script>', 5],
  ['=HYPERLINK("http://x")', 2],
  ['javascript:alert(1)', 4],
] as const;
const TITLE = `Amount by ${IMAGE.toLowerCase()}`;

let folder: string;
let tijarat: Tijarat;
let page: Page;
let user: ReturnType<typeof userActions>;
const dialogs: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tijarat-hostile-'));
  const csv = join(folder, 'hostile.csv');
  await writeFile(csv, [[IMAGE, 'amount'], ...ROWS].map((row) => row.map(quoted).join(',')).join('\n'));
  const project = join(folder, 'hostile.tijarat');
  const cli = join(import.meta.dirname, '../../main/cli.ts');
  execFileSync(process.execPath, [cli, 'import', csv, '--into', project], { stdio: 'ignore' });
  tijarat = await openTijarat({ file: project });
  page = tijarat.page;
  user = userActions(page);
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await page.getByRole('navigation', { name: 'Navigator' }).waitFor();
});
afterAll(async () => {
  // Fails if a picture or a link of the data was asked for anywhere.
  await tijarat?.close();
  await rm(folder, { recursive: true, force: true });
});

/** Nothing of the data became part of the page but as text. */
async function expectInert(): Promise<void> {
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  expect(await page.locator('img[src="x"], a[href^="javascript:"], a[href="http://x"]').count()).toBe(0);
  expect(dialogs).toEqual([]);
  expect(tijarat.errors).toEqual([]);
}

test('in the grid, names and cells are text', async () => {
  await user.open('Tables', 'hostile');
  for (const [name] of ROWS)
    await page.locator('.ag-cell').getByText(name, { exact: true }).first().waitFor();
  await page.locator('.ag-header').getByText(IMAGE).first().waitFor();
  // The inspector tells of the row and of its column.
  await page.locator('.ag-cell').getByText(IMAGE, { exact: true }).first().click();
  await page.locator('.ag-header').getByText(IMAGE).first().click();
  await expectInert();
});

test('in the preview of an import, names and cells are text', async () => {
  await user.menu('File', /^Import a file/);
  await user.answerFileDialog(join(folder, 'hostile.csv'), 'Open');
  await page.getByRole('button', { name: 'Import 4 rows' }).waitFor();
  const result = page.getByRole('region', { name: 'Result' });
  for (const [name] of ROWS) await result.getByText(name, { exact: true }).first().waitFor();
  await expectInert();
  await page.getByRole('button', { name: 'Cancel' }).click();
});

test('in a chart, its title, tooltip and announcement they are text', async () => {
  const navigator = page.getByRole('navigation', { name: 'Navigator' });
  await navigator.getByRole('button', { name: 'New page', exact: true }).click();
  await page.getByRole('heading', { name: 'New page', level: 1 }).waitFor();
  await page.getByRole('button', { name: 'Add view', exact: true }).first().click();
  const asked = page.getByRole('dialog', { name: 'Add view' });
  await asked.getByRole('button', { name: 'Add', exact: true }).click();
  const view = user.view(TITLE);
  const chart = view.locator('.Chart');
  await chart.waitFor();
  await asked.waitFor({ state: 'detached' });
  // A dialog that has closed gives the keyboard back to its button, a frame later: only then is it the chart's to keep.
  await eventually(async () => {
    await chart.focus();
    await page.waitForTimeout(100);
    return chart.evaluate((element) => element === document.activeElement);
  }, true);
  // The keys walk through the marks, whatever their order.
  const tooltip = view.locator('.ChartTooltip');
  const told: string[] = [];
  for (const _ of ROWS) {
    await page.keyboard.press('ArrowDown');
    await eventually(
      () =>
        tooltip
          .locator('b')
          .allInnerTexts()
          .then((names) => names.length === 1 && !told.includes(names[0] ?? '')),
      true,
    );
    told.push(await tooltip.locator('b').innerText());
  }
  expect(told.sort()).toEqual(ROWS.map(([name]) => name).sort());
  await chart.blur();
  await tooltip.waitFor({ state: 'detached' });
  const box = await chart.boundingBox();
  if (!box) throw new Error('The chart has no size');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await tooltip.waitFor();
  expect(ROWS.map(([name]): string => name)).toContain(await tooltip.locator('b').innerText());
  await expectInert();
});

test('on a slide they are text', async () => {
  const navigator = page.getByRole('navigation', { name: 'Navigator' });
  await navigator.getByRole('button', { name: 'New deck', exact: true }).click();
  const slides = page.getByRole('complementary', { name: 'Slides' });
  await slides.getByRole('button', { name: 'Add slide' }).click();
  await page.getByRole('menuitem', { name: 'From a view' }).hover();
  await page.getByRole('menuitem', { name: TITLE }).click();
  await slides.getByRole('button', { name: `Slide 1: ${TITLE}` }).waitFor();
  await page.locator('.SlideView, .Slide').getByText(TITLE).first().waitFor();
  await page.waitForLoadState('networkidle');
  await expectInert();
});

test('an address with another token shows nothing of the project', async () => {
  const stranger = await tijarat.browser.newPage();
  const home = new URL(tijarat.program.address).origin;
  await stranger.goto(`${home}/#not-the-token`);
  await stranger.getByRole('alert').or(stranger.getByRole('heading')).first().waitFor();
  expect(await stranger.locator('body').innerText()).not.toContain('hostile');
  expect(await stranger.getByRole('navigation', { name: 'Navigator' }).count()).toBe(0);
  await stranger.close();
});

function quoted(value: string | number): string {
  return `"${String(value).replaceAll('"', '""')}"`;
}
