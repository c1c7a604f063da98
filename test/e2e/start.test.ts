import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runBrowserHost } from '../../main/browser/host.ts';
import { openTijarat, type Tijarat } from './support/openTijarat.ts';

const PAGES = join(import.meta.dirname, '../../dist/renderer');

let tijarat: Tijarat;
beforeAll(async () => {
  tijarat = await openTijarat();
});
afterAll(() => tijarat?.close());

test('the program starts and shows the sample project', async () => {
  const { page } = tijarat;
  await page.getByText('Monthly monitor').first().waitFor();
  expect(new URL(page.url()).hash).toBe('');
});

test('a reload keeps the window connected', async () => {
  const { page } = tijarat;
  await page.reload();
  await page.getByText('Monthly monitor').first().waitFor();
});

test('a killed workbench comes back with the project', async () => {
  const { page, program } = tijarat;
  const [workbench] = program.children();
  process.kill(Number(workbench), 'SIGKILL');
  await expect.poll(() => program.children()[0], { timeout: 20_000 }).not.toBe(workbench);
  await page.reload();
  await page.getByText('Monthly monitor').first().waitFor();
});

test('asked to end, it ends with every process that it started', async () => {
  const { program } = tijarat;
  const started = program.children();
  expect(started.length).toBeGreaterThan(0);
  expect(await program.stop()).toBe(0);
  for (const pid of started) expect(() => process.kill(pid, 0)).toThrow('ESRCH');
});

test('a browser that ends before it shows a window leaves the address, and the program goes on', async () => {
  const userFolder = await mkdtemp(join(tmpdir(), 'tijarat-start-'));
  const end = new AbortController();
  const before = process.env['TIJARAT_BROWSER'];
  process.env['TIJARAT_BROWSER'] = '/bin/false';
  const said: string[] = [];
  const printed: string[] = [];
  const running = runBrowserHost({
    pages: PAGES,
    userFolder,
    noWindow: false,
    print: (line) => void printed.push(line),
    say: (line) => void said.push(line),
    signal: end.signal,
  });
  try {
    await expect.poll(() => printed, { timeout: 30_000 }).toHaveLength(1);
    expect(said).toEqual(['false opened no window: open this address in a browser of your choice.']);
    const address = printed[0]?.replace('Tijarat is at ', '') ?? '';
    expect((await fetch(address)).status).toBe(200);
  } finally {
    end.abort();
    await running;
    if (before === undefined) delete process.env['TIJARAT_BROWSER'];
    else process.env['TIJARAT_BROWSER'] = before;
    await rm(userFolder, { recursive: true, force: true });
  }
});
