import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface AppWindow {
  /** Settled when the browser has ended, for whatever reason. */
  readonly closed: Promise<void>;
  close(): void;
}

/** Opens an address as a window without an address bar, with a profile of its own that is removed afterwards. */
export function openAppWindow(browser: string, address: string): AppWindow {
  const profile = mkdtempSync(join(tmpdir(), 'tijarat-window-'));
  const child = spawn(browser, appWindowFlags(address, profile, process.getuid?.() === 0), {
    stdio: 'ignore',
    // A group of its own, so that the browser's helpers end with it.
    detached: process.platform !== 'win32',
  });
  const closed = new Promise<void>((resolve) => {
    child.once('error', () => resolve());
    child.once('exit', () => resolve());
  }).then(() => rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));
  return { closed, close: () => endGroup(child) };
}

/** Nothing but the page: no first-run pages, no updates, no synchronisation, no questions to a key ring. */
export function appWindowFlags(address: string, profile: string, root: boolean): string[] {
  return [
    `--app=${address}`,
    `--user-data-dir=${profile}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--password-store=basic',
    // Chromium refuses to run sandboxed as root.
    ...(root ? ['--no-sandbox'] : []),
  ];
}

function endGroup(child: ChildProcess): void {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill();
    else process.kill(-child.pid, 'SIGTERM');
  } catch {
    // It ended in between.
  }
}
