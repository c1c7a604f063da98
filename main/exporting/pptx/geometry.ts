/** Slides are laid out on 1280 x 720 px, as on the screen: one px is 9525 EMU, so that the slide is 13.333 x 7.5 inches. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export const SLIDE = { w: 1280, h: 720 } as const;

const LEFT = 64;
const WIDTH = SLIDE.w - 2 * LEFT;

export const boxes = {
  title: { x: LEFT, y: 48, w: WIDTH, h: 104 },
  subtitle: { x: LEFT, y: 156, w: WIDTH, h: 34 },
  content: { x: LEFT, y: 206, w: WIDTH, h: 440 },
  chart: { x: LEFT, y: 206, w: 836, h: 440 },
  figures: { x: 948, y: 206, w: 268, h: 440 },
  coverTitle: { x: LEFT, y: 104, w: WIDTH, h: 136 },
  coverSubtitle: { x: LEFT, y: 254, w: WIDTH, h: 44 },
  coverFigure: { x: LEFT, y: 460, w: WIDTH, h: 176 },
  rule: { x: LEFT, y: 662, w: WIDTH, h: 0 },
  source: { x: LEFT, y: 668, w: 1056, h: 40 },
  number: { x: 1136, y: 668, w: 80, h: 40 },
} as const satisfies Record<string, Box>;

export function emu(px: number): number {
  return Math.round(px * 9525);
}

/** A text size in hundredths of a point, from px. */
export function textSize(px: number): number {
  return Math.round(px * 75);
}

/** `p:xfrm` for frames, `a:xfrm` for shapes. */
export function transform(box: Box, prefix: 'a' | 'p' = 'a'): string {
  return `<${prefix}:xfrm><a:off x="${emu(box.x)}" y="${emu(box.y)}"/><a:ext cx="${emu(box.w)}" cy="${emu(box.h)}"/></${prefix}:xfrm>`;
}
