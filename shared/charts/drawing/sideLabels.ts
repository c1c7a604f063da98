import type { ChartTheme } from '../chart.ts';
import { type Shape, swatchShape, textShape } from './shapes.ts';
import { spread } from './spread.ts';
import { fitText, textWidth } from './textWidth.ts';

/** A name beside the end of a line or a block, so that nobody looks up a legend. */
export interface SideLabel {
  readonly text: string;
  /** Printed after the name, in figures. */
  readonly value?: string;
  /** Where the mark ends, in px from the top. */
  readonly at: number;
  readonly fill: string;
  readonly strong?: boolean;
  /** A block's colour, shown as a small square. */
  readonly swatch?: string;
}

/**
 * Room for side labels at the right, or null where a legend row serves. They take at most two fifths of the drawing; where neither they
 * nor a row hold the names whole, names beside their marks are shortened, because a row of many would leave a few letters of each.
 */
export function sideRoom(labels: readonly SideLabel[], theme: ChartTheme): number | null {
  if (labels.length === 0) return 8;
  const room = Math.ceil(Math.max(...labels.map((label) => widthOf(label, theme)))) + 10;
  const most = Math.floor(theme.width * 0.4);
  if (labels.length * (theme.fontSize + 3) > theme.height) return null;
  if (room <= most) return room;
  return labels.length > 3 && rowWidth(labels, theme) > theme.width ? most : null;
}

/** What a legend row of whole names takes. */
function rowWidth(labels: readonly SideLabel[], theme: ChartTheme): number {
  return labels.reduce((sum, { text }) => sum + 25 + textWidth(text, theme.fontSize), 0);
}

function widthOf({ text, value, strong, swatch }: SideLabel, theme: ChartTheme): number {
  return textWidth(value ? `${text}  ${value}` : text, theme.fontSize, strong) + (swatch ? 13 : 0);
}

export function sideLabels(labels: readonly SideLabel[], x: number, theme: ChartTheme): Shape[] {
  const step = theme.fontSize + 3;
  const places = spread(
    labels.map(({ at }) => at),
    step,
    step / 2,
    theme.height - step / 2,
  );
  return labels.flatMap(({ text, value, fill, strong, swatch }, index) => {
    const y = places[index] ?? 0;
    const words = value ? `${text}  ${value}` : text;
    const start = x + (swatch ? 13 : 0);
    return [
      ...(swatch ? [swatchShape(x, y, swatch)] : []),
      textShape(theme, fitText(words, theme.fontSize, theme.width - start), start, y, {
        fill,
        ...(strong && { strong }),
      }),
    ];
  });
}

/** A row of names above the plot, where they do not fit beside the marks. Names are shortened to share the width. */
export function legendRow(labels: readonly SideLabel[], left: number, theme: ChartTheme): Shape[] {
  const room = (theme.width - left) / Math.max(labels.length, 1);
  const whole = rowWidth(labels, theme) <= theme.width - left;
  const shapes: Shape[] = [];
  let x = left;
  for (const { text, fill, swatch } of labels) {
    const name = whole ? text : fitText(text, theme.fontSize, Math.max(room - 26, 20));
    shapes.push(swatchShape(x, 7, swatch ?? fill));
    shapes.push(textShape(theme, name, x + 13, 7, { fill: theme.token('ink-2') }));
    x += 13 + textWidth(name, theme.fontSize) + 12;
  }
  return shapes;
}
