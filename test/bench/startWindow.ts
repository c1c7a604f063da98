import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { buildForHosts } from '../../main/starting/buildProgram.ts';
import { launchBrowser } from '../e2e/support/launchBrowser.ts';
import type { Bench } from './support/bench.ts';
import { repeated, timed } from './support/timed.ts';
import { chartsDrawn, withWindow } from './support/withWindow.ts';

const RUNS = 5;
/** Charts on the first page of the sample. */
const CHARTS = 5;

/**
 * From the start of the program's process to a window in which the sample's first page stands and its charts are drawn: built before,
 * the browser is running already. Set against what no program on this runtime can be faster than: Node itself, from start to end.
 */
export const startWindow: Bench = {
  name: 'start-window',
  what: 'process start to the sample page, charts drawn',
  async measure() {
    const browser = await launchBrowser();
    try {
      const times: number[] = [];
      for (let run = 0; run <= RUNS; run++) {
        // What is stale is not built within the time.
        await buildForHosts();
        const started = performance.now();
        const interactive = await withWindow(browser, {}, async (page) => {
          await page.getByRole('heading', { name: 'Monthly monitor' }).waitFor();
          await chartsDrawn(page, CHARTS);
          return performance.now() - started;
        });
        // The first one warms the disk's cache and the browser.
        if (run > 0) times.push(interactive);
      }
      const bare = await repeated(RUNS, () => timed(bareNode));
      return { times, compared: { to: 'bare Node process', times: bare } };
    } finally {
      await browser.close();
    }
  },
};

async function bareNode(): Promise<void> {
  await once(spawn(process.execPath, ['-e', ''], { stdio: 'ignore' }), 'exit');
}
