import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTijarat, type Tijarat } from './support/openTijarat.ts';

let tijarat: Tijarat;

beforeAll(async () => {
  tijarat = await openTijarat();
  await tijarat.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await tijarat.page.locator('.Navigator').waitFor();
});
afterAll(() => tijarat?.close());

async function copy(html: string, text: string): Promise<void> {
  await tijarat.page.evaluate(
    async (block) => {
      await navigator.clipboard.write([
        new ClipboardItem({
          'text/html': new Blob([block.html], { type: 'text/html' }),
          'text/plain': new Blob([block.text], { type: 'text/plain' }),
        }),
      ]);
    },
    { html, text },
  );
}

const block = `<table><tr><th rowspan="2">Item</th><th colspan="2">FY25</th></tr><tr><th>Jul</th><th>Aug</th></tr>
<tr><td>Software &lt;b&gt;export&lt;/b&gt;</td><td>1,234.5</td><td>1,300.0</td></tr>
<tr><td>Call centres</td><td>20.0</td><td>(2.5)</td></tr></table>`;

test('a block that was copied from a page is a new table when it is pasted where nothing else takes it', async () => {
  const { page } = tijarat;
  await copy(block, 'Item\tFY25\n');
  await page.locator('.Navigator').click({ position: { x: 5, y: 5 } });
  await page.keyboard.press('Control+v');
  await page.getByRole('heading', { name: /Import .*Pasted table/ }).waitFor();
  const result = page.locator('.ImportWindow');
  await result.getByText('Jul 2024').first().waitFor();
  await result.getByText('1234.5').first().waitFor();
  // Markup in a cell is its text.
  await result.getByText('Software <b>export</b>').first().waitFor();
  await page.locator('.TaskFoot').getByRole('button', { name: 'Cancel' }).click();
});

test('a paste into a field stays there, and a single word is no table', async () => {
  const { page } = tijarat;
  await copy(block, 'Item\tFY25\nSoftware\t1\n');
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Control+v');
  expect(await page.locator('.ImportWindow').count()).toBe(0);
  // The first empties the field.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
});

test('the command reads the clipboard by itself: a table copied from a PDF viewer', async () => {
  const { page } = tijarat;
  await page.evaluate(() =>
    navigator.clipboard.writeText(
      'Item Jul-24 Aug-24\nComputer services 240.5 250.0\nCall centres 20.1 n.a.\nNews agency 1.0 1.2\n',
    ),
  );
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.type('Paste as new');
  await page.keyboard.press('Enter');
  const shown = page.locator('.ImportWindow');
  await shown.getByText('Aug 2024').first().waitFor();
  await shown.getByText('240.5').first().waitFor();
  await page
    .locator('.TaskFoot')
    .getByRole('button', { name: /^Import/ })
    .click();
  await page.locator('.Navigator').getByText('Pasted table').first().waitFor();
});

test('nothing was reported as broken', () => {
  expect(tijarat.errors).toEqual([]);
});
