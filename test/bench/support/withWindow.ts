import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { startProgram } from '../../e2e/support/startProgram.ts';
import { withFolder } from './withFolder.ts';

/** Starts the program (with `file`, or the sample) and shows it in a page of `browser`; ends both afterwards. `prepare` is run before the page is loaded. */
export async function withWindow<T>(
  browser: Browser,
  options: { file?: string; prepare?: (page: Page) => Promise<void> },
  work: (page: Page) => Promise<T>,
): Promise<T> {
  return await withFolder(async (folder) => {
    const { file, prepare } = options;
    const program = await startProgram({ userFolder: join(folder, 'user'), ...(file && { file }) });
    try {
      const context = await browser.newContext({
        viewport: { width: 1440, height: 900 },
        locale: 'en-US',
        reducedMotion: 'reduce',
      });
      try {
        const page = await context.newPage();
        await prepare?.(page);
        await page.goto(program.address);
        return await work(page);
      } finally {
        await context.close();
      }
    } finally {
      await program.stop();
    }
  });
}

/** Waits until that many charts are on the screen with their marks. */
export async function chartsDrawn(page: Page, count: number): Promise<void> {
  await page.waitForFunction(
    (wanted) => document.querySelectorAll('.View .Chart .canvas canvas').length >= wanted,
    count,
    { timeout: 120_000 },
  );
}
