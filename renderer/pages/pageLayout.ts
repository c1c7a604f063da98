import type { Page } from '../../shared/model/view.ts';

export type Placed = Page['layout'][number];
export const COLUMNS = 12;
const LEAST_WIDTH = 3;
const LEAST_HEIGHT = 3;

/** A view moved by whole columns and rows; it stays on the page. The grid pushes the others out of its way. */
export function movedView(layout: readonly Placed[], view: string, dx: number, dy: number): Placed[] {
  return settled(
    layout.map((item) =>
      item.view === view
        ? { ...item, x: Math.min(Math.max(item.x + dx, 0), COLUMNS - item.w), y: Math.max(item.y + dy, 0) }
        : item,
    ),
    view,
  );
}

export function resizedView(layout: readonly Placed[], view: string, dw: number, dh: number): Placed[] {
  return settled(
    layout.map((item) =>
      item.view === view
        ? {
            ...item,
            w: Math.min(Math.max(item.w + dw, LEAST_WIDTH), COLUMNS - item.x),
            h: Math.max(item.h + dh, LEAST_HEIGHT),
          }
        : item,
    ),
    view,
  );
}

/** Where a new view goes: under all others, half as wide as the page. */
export function placeForNew(layout: readonly Placed[], view: string): Placed {
  const bottom = Math.max(0, ...layout.map(({ y, h }) => y + h));
  const last = layout.filter(({ y, h }) => y + h === bottom);
  const beside = last.length === 1 && last[0]?.w === COLUMNS / 2 && last[0].x === 0 ? last[0] : undefined;
  return beside
    ? { view, x: COLUMNS / 2, y: beside.y, w: COLUMNS / 2, h: beside.h }
    : { view, x: 0, y: bottom, w: COLUMNS / 2, h: 5 };
}

/** No view covers another: the moved one keeps its place, the others go down until they are free, then all go up as far as they can. */
function settled(layout: readonly Placed[], first: string): Placed[] {
  const order = [...layout].sort(
    (a, b) => Number(b.view === first) - Number(a.view === first) || a.y - b.y || a.x - b.x,
  );
  const placed: Placed[] = [];
  for (const item of order) {
    let at = item;
    while (placed.some((other) => overlaps(at, other))) at = { ...at, y: at.y + 1 };
    placed.push(at);
  }
  const risen: Placed[] = [];
  for (const item of [...placed].sort((a, b) => a.y - b.y || a.x - b.x)) {
    let at = item;
    while (at.y > 0 && !risen.some((other) => overlaps({ ...at, y: at.y - 1 }, other)))
      at = { ...at, y: at.y - 1 };
    risen.push(at);
  }
  return layout
    .map(({ view }) => risen.find((item) => item.view === view))
    .filter((item) => item !== undefined);
}

function overlaps(a: Placed, b: Placed): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}
