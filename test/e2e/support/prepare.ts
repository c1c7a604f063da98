import { findBrowser } from '../../../main/browser/findBrowser.ts';
import { buildForHosts } from '../../../main/starting/buildProgram.ts';
import { packedBrowser } from './packedBrowser.ts';

/** What the tests share, once before the first of them: the page, the sample project, and a browser where the system has none. */
export async function setup(): Promise<void> {
  await buildForHosts();
  if (!findBrowser() && process.platform === 'linux' && process.arch === 'x64') await packedBrowser();
}
