import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTijarat, type Tijarat } from './support/openTijarat.ts';

declare global {
  var sketchedPixels: Uint8ClampedArray;
}

let tijarat: Tijarat;
beforeAll(async () => {
  tijarat = await openTijarat();
});
afterAll(async () => {
  await tijarat.close();
});

test('what a brush sketches is what stands when it rests: the chart does not jump', async () => {
  const { page } = tijarat;
  const rail = page.locator('.TimeBrush .rail').first();
  const box = await rail.boundingBox();
  if (!box) throw new Error('The page has no brush.');
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width * 0.3, y);
  await page.mouse.down();
  for (const at of [0.32, 0.4, 0.5]) await page.mouse.move(box.x + box.width * at, y);
  await page.waitForFunction(
    () => document.querySelector<HTMLElement>('.Chart .sketch')?.style.opacity === '1',
  );
  // The pixels stay in the page: half a million numbers take long to carry over.
  await page.evaluate(() => {
    const one = document.querySelector<HTMLCanvasElement>('.Chart .sketch');
    const context = one?.getContext('2d');
    if (!one || !context) throw new Error('The chart has no sketch.');
    globalThis.sketchedPixels = context.getImageData(0, 0, one.width, one.height).data;
  });
  await page.mouse.up();
  await page.getByRole('button', { name: 'Clear' }).waitFor();
  const { drawn, same, differing } = await page.evaluate(() => {
    const one = document.querySelector<HTMLCanvasElement>('.Chart .canvas canvas');
    const now = one?.getContext('2d')?.getImageData(0, 0, one.width, one.height).data ?? [];
    const before = globalThis.sketchedPixels;
    let inked = 0;
    let unlike = 0;
    for (let at = 0; at < now.length; at++) {
      if (now[at] !== 0) inked++;
      if (Math.abs((now[at] ?? 0) - (before[at] ?? 0)) > 24) unlike++;
    }
    return { drawn: inked, same: now.length === before.length, differing: unlike / now.length };
  });
  expect(same).toBe(true);
  expect(drawn).toBeGreaterThan(20_000);
  expect(differing).toBeLessThan(0.002);
});
