import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { buildForHosts } from '../../main/starting/buildProgram.ts';
import { launchBrowser } from '../e2e/support/launchBrowser.ts';
import { type Bench, SIZES, type Size } from './support/bench.ts';
import { frameTime, installFrameProbe } from './support/frameProbe.ts';
import { syntheticViews } from './support/synthetic.ts';
import { writeSyntheticFile } from './support/syntheticFile.ts';
import { PLAIN_SQL, plainStep, withSyntheticProject } from './support/syntheticProject.ts';
import { repeated } from './support/timed.ts';
import { withFolder } from './support/withFolder.ts';
import { chartsDrawn, withWindow } from './support/withWindow.ts';

const STEPS = 80;
/** The first steps of a gesture wait for its sums and compile its code. */
const WARM_UP = 5;

/** One step of a brush in the real program: from the pointer's event to after the frame in which the last of six charts was redrawn. */
export function brushFrame(size: Size): Bench {
  return {
    name: `brush-frame-${size}`,
    what: 'brush step to the last of six charts redrawn',
    async measure() {
      await buildForHosts();
      const times = await withFolder(async (folder) => {
        const file = join(folder, 'synthetic.tijarat');
        await writeSyntheticFile(SIZES[size], file);
        const browser = await launchBrowser();
        try {
          return await withWindow(browser, { file, prepare: installFrameProbe }, brush);
        } finally {
          await browser.close();
        }
      });
      const plain = await withSyntheticProject(SIZES[size], async (project) => {
        await plainStep(project, 0);
        return await repeated(60, (at) => plainStep(project, at));
      });
      return { times, compared: { to: PLAIN_SQL, times: plain } };
    },
  };
}

/** Draws a range on the rail, then moves it to and fro by a month a step. */
async function brush(page: Page): Promise<number[]> {
  const charts = syntheticViews.length;
  await chartsDrawn(page, charts);
  const rail = await page.locator('.TimeBrush .rail').boundingBox();
  if (!rail) throw new Error('The page has no brush.');
  const month = rail.width / 120;
  const y = rail.y + rail.height / 2;
  await page.mouse.move(rail.x + month * 20.5, y);
  await page.mouse.down();
  const times: number[] = [];
  let at = 43.5;
  for (let step = 0; step < STEPS + WARM_UP; step++) {
    at += step % 100 < 50 ? 1 : -1;
    const time = await frameTime(page, charts, () => page.mouse.move(rail.x + month * at, y));
    if (step >= WARM_UP) times.push(time);
  }
  await page.mouse.up();
  return times;
}
