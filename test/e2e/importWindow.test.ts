import { execFileSync } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { readContainer } from '../../main/project/container/readContainer.ts';
import { type PartSource, writeContainer } from '../../main/project/container/writeContainer.ts';
import { openTijarat, type Tijarat } from './support/openTijarat.ts';
import { eventually, userActions } from './support/userActions.ts';

const sample = join(import.meta.dirname, '../../assets/sample/sample.tijarat');
const WIDE = [
  'Exports of services by item',
  'US$ million',
  'Item,Jul-2024,Aug-2024,Sep-2024,Oct-2024',
  'Computer services,240.5,251.0,248.2,279.9',
  'Telecommunication services,41.1,42.6,39.8,44.0',
  'Information services,4.4,n.a.,4.0,6.1',
].join('\n');

let folder: string;
let tijarat: Tijarat;
let page: Page;
let user: ReturnType<typeof userActions>;
let edits = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tijarat-import-'));
  tijarat = await openTijarat();
  page = tijarat.page;
  user = userActions(page);
  await page.getByRole('heading', { name: 'Monthly monitor', level: 1 }).waitFor();
});
afterAll(async () => {
  await tijarat?.close();
  await rm(folder, { recursive: true, force: true });
});

async function importFile(path: string): Promise<void> {
  await user.menu('File', /^Import a file/);
  await user.answerFileDialog(path, 'Open');
}

async function openProject(path: string): Promise<void> {
  await user.menu('File', /^Open project/);
  await user.answerFileDialog(path, 'Open');
}

/** The open project is the one from before, and takes an edit. */
async function isStillEditable(): Promise<void> {
  edits += 1;
  await user.open('Tables', 'Monthly releases');
  await user.cell(3, 'value_usd_mn').waitFor();
  await user.typeCell(3, 'value_usd_mn', `${edits}00.5`, `${edits}00.5`);
}

/** The notice of a failure; it is closed so that the next one stands alone. */
async function refusal(words: RegExp): Promise<string> {
  const notice = page.getByRole('alertdialog').filter({ hasText: words }).first();
  await notice.waitFor();
  const said = await notice.innerText();
  await notice.getByRole('button', { name: 'Close' }).click();
  return said;
}

test('months across become rows, a step is corrected by a click, and the table is there', async () => {
  const path = join(folder, 'services-by-item.csv');
  await writeFile(path, WIDE);
  await importFile(path);
  await page.getByRole('heading', { name: 'Import services-by-item.csv' }).waitFor();
  const recipe = page.getByRole('complementary', { name: 'Recipe' });
  const result = page.getByRole('region', { name: 'Result' });
  // Three items of four months.
  await page.getByRole('button', { name: 'Import 12 rows' }).waitFor();
  expect(await recipe.getByRole('button').count()).toBeGreaterThanOrEqual(3);
  await result.getByRole('cell', { name: '240.5' }).waitFor();
  expect(await result.innerText()).toMatch(/Jul 2024|2024-07/);

  // A click makes a line the header, and another the line from before.
  const file = page.getByRole('region', { name: 'File', exact: true });
  await file.getByRole('button', { name: 'Make line 4 the header' }).click();
  await eventually(() => page.getByRole('button', { name: 'Import 12 rows' }).count(), 0);
  await file.getByRole('button', { name: 'Make line 3 the header' }).click();
  await page.getByRole('button', { name: 'Import 12 rows' }).click();

  await page.getByRole('heading', { name: 'Services by item', level: 1 }).waitFor();
  await eventually(
    () =>
      page
        .locator('.StatusBar')
        .innerText()
        .then((words) => words.includes('12 rows')),
    true,
  );
  await page.locator('.ag-cell', { hasText: /^279\.9$/ }).waitFor();
});

test.for([
  ['an empty file', 'empty.csv', () => new Uint8Array(), /holds nothing/],
  ['a picture named as text', 'picture.csv', () => binary(), /not a table|not text/],
  ['half a workbook', 'half.xlsx', () => halfWorkbook(), /damaged/],
] as const)('%s is refused by name, and the project goes on', async ([, name, bytes, words]) => {
  const path = join(folder, name);
  await writeFile(path, bytes());
  await importFile(path);
  const main = page.getByRole('main');
  await main.getByRole('alert').getByText(words).first().waitFor();
  expect(await main.innerText()).toContain(name);
  await main.getByRole('button', { name: 'Back' }).click();
  await isStillEditable();
});

test('a project with one changed byte is refused, and the open one stays', async () => {
  const bytes = await readFile(sample);
  const at = Math.floor(bytes.length / 2);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  const path = join(folder, 'changed.tijarat');
  await writeFile(path, bytes);
  // Nothing may be unsaved, or the program asks first: the project gets a file.
  await saveAs(join(folder, 'own.tijarat'));
  await openProject(path);
  expect(await refusal(/changed since it was saved|damaged/)).toContain('changed.tijarat');
  await isStillEditable();
  await saveAgain();
});

test('a project of a newer format is refused with its version', async () => {
  const path = join(folder, 'newer.tijarat');
  const from = await readContainer(sample);
  await writeContainer(
    path,
    { version: 99, minReader: 99, program: '9.9.0', sequence: 1 },
    new Map<string, PartSource>(
      [...from.entries.keys()].filter((name) => name !== 'manifest.json').map((name) => [name, { from }]),
    ),
  );
  await from.close();
  await openProject(path);
  const said = await refusal(/format 99/);
  expect(said).toContain('9.9.0');
  expect(said).toContain('newer.tijarat');
  await isStillEditable();
  await saveAgain();
});

test('a write-protected file is not written, and the project goes on', async () => {
  const path = join(folder, 'kept.tijarat');
  const before = await readFile(sample);
  await writeFile(path, before);
  await chmod(path, 0o444);
  await user.menu('File', /^Save as/);
  await user.answerFileDialog(path, 'Save');
  const dialog = page.getByRole('dialog', { name: 'Save project as' });
  await dialog.getByText(/kept\.tijarat cannot be written here/).waitFor();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  expect((await readFile(path)).equals(before)).toBe(true);
  await isStillEditable();
});

const disk = smallDisk();
test.skipIf(!disk)('a full disk stops the save in words, and nothing is lost', async () => {
  if (!disk) return;
  onTestFinished(() => {
    execFileSync('umount', [disk]);
  });
  await user.menu('File', /^Save as/);
  await user.answerFileDialog(join(disk, 'exports.tijarat'), 'Save');
  expect(await refusal(/Not saved: .*disk is full/)).toMatch(/safe in the journal/);
  await isStillEditable();
  await saveAs(join(folder, 'roomy.tijarat'));
});

test('nothing was reported as broken', () => {
  expect(tijarat.errors).toEqual([]);
});

async function saveAs(path: string): Promise<void> {
  await user.menu('File', /^Save as/);
  await user.answerFileDialog(path, 'Save');
  await page.getByRole('banner').getByText('Saved', { exact: true }).waitFor();
}

async function saveAgain(): Promise<void> {
  await page.keyboard.press('Control+s');
  await page.getByRole('banner').getByText('Saved', { exact: true }).waitFor();
}

/** The start of a PNG file. */
function binary(): Uint8Array {
  const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d];
  return Uint8Array.from({ length: 4096 }, (_, at) => signature[at] ?? (at * 37) % 256);
}

function halfWorkbook(): Uint8Array {
  const whole = zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'xl/workbook.xml': strToU8('<workbook/>'),
    'xl/worksheets/sheet1.xml': strToU8('<worksheet/>'.repeat(500)),
  });
  return whole.slice(0, Math.floor(whole.length / 2));
}

/** A file system of 16 kB, less than the project needs; null where this user may not mount one, which is said. */
function smallDisk(): string | null {
  const path = join(tmpdir(), `tijarat-full-${process.pid}`);
  try {
    execFileSync('mkdir', ['-p', path]);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', path], { stdio: 'ignore' });
    return path;
  } catch {
    console.warn('SKIPPED: a full disk was not tried, because this user may not mount a small one.');
    return null;
  }
}
