import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openSample } from '../starting/openSample.ts';
import { readPages } from '../starting/readPages.ts';
import { findBrowser } from './findBrowser.ts';
import { openAppWindow } from './openAppWindow.ts';
import { startServer } from './server.ts';
import { makeToken } from './token.ts';
import { startWorkbench } from './workbenchChild.ts';

export interface HostOptions {
  /** The built page. */
  pages: string;
  userFolder: string;
  /** An absolute path; without it the sample project is opened. */
  file?: string;
  /** Opens no window, prints the address, and stays until it is told to end. */
  noWindow: boolean;
  print(line: string): void;
  say(line: string): void;
  /** Aborted when the program is to end. */
  signal: AbortSignal;
}

/** A window that reloads, or that connects anew after the workbench's restart, is back within this time. */
const GRACE = 5000;

/** The same program in an installed browser, on loopback. Settled when everything that it started has ended. */
export async function runBrowserHost(options: HostOptions): Promise<void> {
  const { file, noWindow, print, say, signal } = options;
  const token = makeToken();
  const icon = new Uint8Array(await readFile(new URL('../../assets/icons/icon.ico', import.meta.url)));
  const pages = new Map(await readPages(options.pages));
  // Every browser asks for it, whatever the page says.
  pages.set('/favicon.ico', { type: 'image/x-icon', bytes: icon });
  const ended = new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
  let end = () => {};
  const lastWindowClosed = new Promise<void>((resolve) => {
    end = resolve;
  });

  let isReady = () => {};
  const ready = new Promise<void>((resolve) => {
    isReady = resolve;
  });
  const workbench = startWorkbench({
    program: fileURLToPath(new URL('../workbench/process.ts', import.meta.url)),
    userFolder: options.userFolder,
    onFirstReady: isReady,
    say,
  });

  const opened = ready.then(async () => {
    if (file) workbench.tell({ type: 'openFile', path: file });
    else await workbench.withHost(openSample);
  });
  // A window says what went wrong with a file; the sample has no window yet, so it is said here.
  opened.catch((error) => signal.aborted || say(`The sample project could not be opened: ${error.message}`));

  let open = 0;
  let hasOpened = false;
  let closing: NodeJS.Timeout | undefined;
  const server = await startServer({
    pages,
    token,
    onWindow(socket) {
      open += 1;
      hasOpened = true;
      clearTimeout(closing);
      socket.once('close', () => {
        open -= 1;
        if (open === 0 && !noWindow) closing = setTimeout(end, GRACE);
      });
      workbench.addWindow(socket);
    },
  });

  const address = `http://127.0.0.1:${server.port}/#${token}`;
  const line = `Tijarat is at ${address}`;
  const waits = [ended];
  const tellAddress = async (why?: string) => {
    await Promise.race([opened.catch(() => {}), ended]);
    if (signal.aborted) return;
    if (why !== undefined) say(`${why}: open this address in a browser of your choice.`);
    print(line);
  };
  const browser = noWindow ? undefined : findBrowser();
  let appWindow: ReturnType<typeof openAppWindow> | undefined;
  if (!noWindow) waits.push(lastWindowClosed);
  if (browser) {
    appWindow = openAppWindow(browser, address);
    const shown = appWindow.closed.then(async () => {
      if (hasOpened) return;
      // It ended before it showed anything: there is no screen, or the browser refuses to start here.
      await tellAddress(`${basename(browser)} opened no window`);
      await lastWindowClosed;
    });
    waits.push(shown);
  } else await tellAddress(noWindow ? undefined : 'No Chrome, Chromium or Edge was found');

  await Promise.race(waits);
  clearTimeout(closing);
  appWindow?.close();
  await Promise.all([workbench.stop(), server.close(), appWindow?.closed]);
}
