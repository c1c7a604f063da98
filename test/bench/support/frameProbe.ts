import type { Page } from 'playwright-core';

interface Probe {
  /** The pointer event that the running step answers, in the page's time. */
  since: number;
  drawn: Set<unknown>;
  wanted: number;
  ended: ((milliseconds: number) => void) | null;
}

declare global {
  var frameProbe: Probe;
}

/**
 * Watches the charts of a page: a step begins with the newest pointer event and ends after the frame in which the last chart was
 * redrawn (its canvas is cleared for that), that is in the first task after that frame's callbacks.
 */
export async function installFrameProbe(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const probe: Probe = { since: 0, drawn: new Set(), wanted: 0, ended: null };
    globalThis.frameProbe = probe;
    const { clearRect } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.clearRect = function (...box) {
      probe.drawn.add(this.canvas);
      clearRect.apply(this, box);
    };
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      if (probe.ended && probe.drawn.size >= probe.wanted) {
        probe.ended(performance.now() - probe.since);
        probe.ended = null;
      }
    };
    const everyFrame = () => {
      port2.postMessage(null);
      requestAnimationFrame(everyFrame);
    };
    requestAnimationFrame(everyFrame);
    addEventListener(
      'pointermove',
      (event) => {
        probe.since = event.timeStamp;
      },
      { capture: true },
    );
  });
}

/** Milliseconds from the pointer event that `move` causes to after the frame that has redrawn `charts` charts. */
export async function frameTime(page: Page, charts: number, move: () => Promise<void>): Promise<number> {
  await page.evaluate((wanted) => {
    const probe = globalThis.frameProbe;
    probe.drawn.clear();
    probe.wanted = wanted;
    probe.ended = null;
  }, charts);
  const ended = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        globalThis.frameProbe.ended = resolve;
      }),
  );
  await move();
  return await ended;
}
