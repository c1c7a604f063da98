import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTijarat, type Tijarat } from './support/openTijarat.ts';
import { readDeck } from './support/readDeck.ts';
import { eventually, userActions } from './support/userActions.ts';

/** Exports of each month of FY2025 as last published, US$ million (State Bank and its successors in the sample's releases). */
const FY2025 = [286, 298, 292, 330, 310, 348, 313, 305, 342, 317, 329, 339];

let folder: string;
let tijarat: Tijarat;
let page: Page;
let user: ReturnType<typeof userActions>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tijarat-job-'));
  await start();
});
afterAll(async () => {
  await tijarat?.close();
  await rm(folder, { recursive: true, force: true });
});

async function start(file?: string): Promise<void> {
  tijarat = await openTijarat(file === undefined ? {} : { file });
  page = tijarat.page;
  user = userActions(page);
  await page.getByRole('heading', { name: 'Monthly monitor', level: 1 }).waitFor();
}

/** Row of the exports of February 2026 in the table of monthly figures. */
async function february2026(): Promise<number> {
  await user.open('Tables', 'Monthly series');
  await user.cell(0, 'month').waitFor();
  if ((await page.getByRole('textbox', { name: 'Filter rows by text' }).count()) === 0)
    await user.findRows('Feb 2026');
  const row = page.locator('.ag-row').filter({ hasText: 'Feb 2026' }).filter({ hasText: 'ICT total' });
  await eventually(() => row.count(), 1);
  return Number(await row.getAttribute('row-index'));
}

test('the sample shows the newest month, the year to date and the last twelve months', async () => {
  await eventually(() => user.tile('February 2026'), ['365', '+19.7% on year, −2.4% on month']);
  // July 2025 to February 2026: 354 + 337 + 366 + 386 + 356 + 437 + 374 + 365; March 2025 on: + 342 + 317 + 329 + 339.
  await eventually(() => user.tile('July to February FY2026'), ['2,975', '+19.9% on 2,482 a year ago']);
  await eventually(() => user.tile('Last 12 months'), ['4,302', '+15.4% on 3,728 a year ago']);
  await eventually(() => user.chart('Monthly exports').then(lastOf), '365.0 (Feb 2026)');
});

test('an edited cell changes tiles and charts, and undo brings them back', async () => {
  const row = await february2026();
  await eventually(() => user.cellText(row, 'value_usd_mn'), '365.0');
  await user.typeCell(row, 'value_usd_mn', '400', '400.0');
  await user.open('Pages', 'Monthly monitor');
  await eventually(() => user.tile('February 2026').then(([figure]) => figure), '400');
  await eventually(() => user.tile('July to February FY2026').then(([figure]) => figure), '3,010');
  await eventually(() => user.tile('Last 12 months').then(([figure]) => figure), '4,337');
  await eventually(() => user.chart('Monthly exports').then(lastOf), '400.0 (Feb 2026)');

  await page.keyboard.press('Control+z');
  await eventually(() => user.tile('February 2026').then(([figure]) => figure), '365');
  await eventually(() => user.tile('July to February FY2026').then(([figure]) => figure), '2,975');
  await eventually(() => user.chart('Monthly exports').then(lastOf), '365.0 (Feb 2026)');
});

test('brushed months narrow the other views: July to March FY2025 is 2,824', async () => {
  await user.brush('Monthly exports', { from: 48, to: 56, of: 68 });
  // Neither the first prints (2,838) nor a month counted twice (3,148).
  await eventually(() => user.tile('July to March FY2025'), ['2,824', '+23.7% on 2,283 a year ago']);
  await eventually(() => user.tile('March 2025').then(([figure]) => figure), '342');
  // Before July: + 310 + 332 + 298.
  await eventually(() => user.tile('Last 12 months').then(([figure]) => figure), '3,764');
  await eventually(() => user.tile('Highest month'), ['348', 'Dec 2024, of 9 on file']);
  const filters = page.getByRole('region', { name: 'Filters' });
  await filters.getByRole('button', { name: 'Month Jul 2024 to Mar 2025', exact: true }).waitFor();
  await eventually(() => filters.innerText().then((words) => /2,824 m, 313\.8 a month/.test(words)), true);
  // A view that follows shows which of its months are meant.
  for (const title of ['Monthly exports', 'Year on year by month'])
    await user.view(title).getByText('in range').waitFor();
});

test('the range is moved by keys, and cleared', async () => {
  await user
    .view('Monthly exports')
    .getByRole('slider', { name: 'Last period of the range' })
    .press('ArrowLeft');
  await eventually(() => user.tile('July to February FY2025').then(([figure]) => figure), '2,482');
  await page.getByRole('region', { name: 'Filters' }).getByRole('button', { name: 'Clear' }).click();
  await eventually(() => user.tile('July to February FY2026').then(([figure]) => figure), '2,975');
  await expect.poll(() => page.getByText('in range').count()).toBe(0);
});

test('the target answers what the last three months need', async () => {
  await user.open('Targets', 'FY2025');
  // (4,000 - 2,825) / 3 = 391.67 a month; so far 2,825 / 9 = 313.9.
  await page.getByRole('img', { name: /9 months .* average 313\.9; .* need 391\.7 each/ }).waitFor();
  await page.getByText('needs 392 m a month for the last three months').waitFor();
});

test('the exported deck holds native charts with the numbers of the screen', async () => {
  await user.open('Decks', 'July to March FY2025');
  await page.getByRole('button', { name: 'Slide 6:', exact: false }).waitFor();
  const screens = page
    .getByRole('complementary', { name: 'Slides' })
    .getByRole('article', { includeHidden: true });
  await eventually(() => screens.count(), 6);
  await page.waitForLoadState('networkidle');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const file = join(folder, 'July to March.pptx');
  await user.answerFileDialog(file, 'Save');
  await user.notice('Deck exported').waitFor();

  const slides = await readDeck(file);
  expect(slides).toHaveLength(6);
  for (const [at, slide] of slides.entries()) {
    const title = await screens.nth(at).locator('h2').innerText();
    expect(slide.text).toContain(title);
  }
  const charts = slides.flatMap((slide) => slide.charts);
  expect(charts.length).toBeGreaterThanOrEqual(4);
  // What PowerPoint draws is what its data sheet holds.
  for (const { drawn, sheet } of charts) expect(sheet.map(rounded)).toEqual(drawn.map(rounded));

  const [, growth, target, freelancers, peers] = slides;
  expect(growth?.text).toContain('Exports rose 23.7% to US$2.825 bn');
  expect(growth?.charts[0]?.sheet[0]?.slice(-2)).toEqual([2284, 2825].map(closeTo));
  expect(target?.charts[0]?.sheet[0]).toEqual(FY2025.map(closeTo));
  for (const words of ['392 m', '314 m', '3,810 m', '(4,000 − 2,825) ÷ 3'])
    expect(target?.text).toContain(words);
  // Freelancers, firms, and the total that stands at the end of the bar, July to March FY2025.
  const latest = freelancers?.charts[0]?.sheet.map((series) => series.at(-1));
  expect(latest).toEqual([400, 2425, 2825].map(closeTo));
  expect(freelancers?.text).toContain('14.2%');
  expect(peers?.charts[0]?.sheet.flat()).toContainEqual(closeTo(3632));
  // The sentence of each chart on the screen names the first and the last number of its sheet.
  for (const [at, slide] of slides.entries()) {
    const [series] = slide.charts[0]?.sheet ?? [];
    if (!series) continue;
    const words = await screens.nth(at).locator('[role="img"], figure').first().getAttribute('aria-label');
    expect(words).toContain(`first ${oneDecimal(series[0])}`);
    expect(words).toContain(`last ${oneDecimal(series.at(-1))}`);
  }
});

test('saved as a new file and opened by another start, it is the same project', async () => {
  const row = await february2026();
  await user.typeCell(row, 'value_usd_mn', '400', '400.0');
  await page.getByRole('banner').getByText('1 change, kept in the journal').waitFor();
  await user.menu('File', /^Save as/);
  const file = join(folder, 'exports.tijarat');
  await user.answerFileDialog(file, 'Save');
  await page.getByRole('banner').getByText('Saved', { exact: true }).waitFor();
  expect(tijarat.errors).toEqual([]);
  await tijarat.close();

  await start(file);
  await page.getByRole('banner').getByText('Saved', { exact: true }).waitFor();
  await eventually(() => user.tile('February 2026').then(([figure]) => figure), '400');
  await eventually(() => user.tile('July to February FY2026').then(([figure]) => figure), '3,010');
  await eventually(() => user.chart('Monthly exports').then(lastOf), '400.0 (Feb 2026)');
});

test('nothing was reported as broken', () => {
  expect(tijarat.errors).toEqual([]);
});

function lastOf(sentence: string): string | undefined {
  return /last ([^,]*? \([^)]*\))/.exec(sentence)?.[1];
}

function rounded(values: readonly (number | null)[]): (number | null)[] {
  return values.map((value) => (value === null ? null : Math.round(value * 1e6) / 1e6));
}

function oneDecimal(value: number | null | undefined): string {
  return Number(value).toLocaleString('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
}

/** Within half a unit: figures are published as whole US$ million. */
function closeTo(value: number): number {
  return expect.closeTo(value, 0);
}
