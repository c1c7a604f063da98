import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTijarat, type Tijarat } from './support/openTijarat.ts';

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
