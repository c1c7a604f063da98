import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './launchBrowser.ts';
import { type Program, startProgram } from './startProgram.ts';

export interface Tijarat {
  readonly page: Page;
  readonly browser: Browser;
  readonly program: Program;
  /** A folder for the test's own files; removed at the end. */
  readonly folder: string;
  /** What the page reported as broken: exceptions and console errors. */
  readonly errors: readonly string[];
  /** Ends everything; throws if any request went anywhere but to the program. */
  close(): Promise<void>;
}

/** The program with a user folder of its own, and a page of a browser that shows it. Without `file`, the sample project. */
export async function openTijarat(
  options: { file?: string; width?: number; height?: number } = {},
): Promise<Tijarat> {
  const folder = await mkdtemp(join(tmpdir(), 'tijarat-e2e-'));
  const program = await startProgram({
    userFolder: join(folder, 'user'),
    ...(options.file && { file: options.file }),
  });
  const browser = await launchBrowser();
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1440, height: options.height ?? 900 },
    locale: 'en-US',
    reducedMotion: 'reduce',
    acceptDownloads: true,
  });
  const page = await context.newPage();
  const { host } = new URL(program.address);
  const foreign: string[] = [];
  const errors: string[] = [];
  const note = (address: string) => {
    const url = new URL(address);
    if (url.host !== host && !['blob:', 'data:'].includes(url.protocol)) foreign.push(address);
  };
  context.on('request', (request) => note(request.url()));
  page.on('websocket', (socket) => note(socket.url()));
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(program.address);
  return {
    page,
    browser,
    program,
    folder,
    errors,
    async close() {
      await browser.close();
      await program.stop();
      await rm(folder, { recursive: true, force: true });
      if (foreign.length > 0) throw new Error(`Requests left this computer: ${foreign.join(', ')}`);
    },
  };
}
