import { type Browser, chromium } from 'playwright-core';
import { findBrowser } from '../../../main/browser/findBrowser.ts';
import { packedBrowser } from './packedBrowser.ts';

/** No name is resolved: a request to anywhere but this computer fails, whether or not it is noticed. */
const offline = [
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  '--disable-background-networking',
];

/** The system's Chrome, Chromium or Edge, else the Chromium of @sparticuz/chromium (Linux x64), without a window. */
export async function launchBrowser(): Promise<Browser> {
  const installed = findBrowser();
  if (installed) {
    const root = process.getuid?.() === 0;
    return chromium.launch({
      executablePath: installed,
      args: root ? [...offline, '--no-sandbox'] : offline,
    });
  }
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(
      'The end-to-end tests need Chrome, Chromium or Edge: install one of them, or name one in TIJARAT_BROWSER.',
    );
  const { executablePath, args } = await packedBrowser();
  return chromium.launch({ executablePath, args: [...args, ...offline] });
}
