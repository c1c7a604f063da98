import type { CustomSeriesOption } from 'echarts';
import type { ChartTheme } from '../chart.ts';

/** A shape that is laid over the plot, in px of the whole drawing. */
export interface Shape {
  readonly type: 'text' | 'line' | 'rect' | 'circle' | 'polyline';
  readonly shape?: Readonly<Record<string, unknown>>;
  readonly style: Readonly<Record<string, unknown>>;
}

export interface TextStyle {
  readonly fill: string;
  readonly strong?: boolean;
  readonly align?: 'left' | 'center' | 'right';
  readonly baseline?: 'top' | 'middle' | 'bottom';
  readonly size?: number;
  /** Paper around the letters, where they may cross a line. */
  readonly halo?: boolean;
}

export function textShape(theme: ChartTheme, text: string, x: number, y: number, style: TextStyle): Shape {
  const { fill, strong, align = 'left', baseline = 'middle', size = theme.fontSize, halo } = style;
  return {
    type: 'text',
    style: {
      text,
      x,
      y,
      fill,
      align,
      verticalAlign: baseline,
      font: `${strong ? 600 : 400} ${size}px ${theme.fontSans}`,
      ...(halo && { stroke: theme.token('paper'), lineWidth: 3 }),
    },
  };
}

/** A hairline, on whole pixels so that it is sharp. */
export function lineShape(
  stroke: string,
  [x1, y1]: readonly [number, number],
  [x2, y2]: readonly [number, number],
  extra: Readonly<Record<string, unknown>> = {},
): Shape {
  const sharp = (value: number) => Math.round(value) + 0.5;
  return {
    type: 'line',
    shape: { x1: sharp(x1), y1: sharp(y1), x2: sharp(x2), y2: sharp(y2) },
    style: { stroke, lineWidth: 1, ...extra },
  };
}

export function dotShape(x: number, y: number, r: number, fill: string, stroke: string): Shape {
  return { type: 'circle', shape: { cx: x, cy: y, r }, style: { fill, stroke, lineWidth: 1.5 } };
}

export function swatchShape(x: number, y: number, fill: string): Shape {
  return { type: 'rect', shape: { x, y: y - 4, width: 8, height: 8, r: 1 }, style: { fill } };
}

/** Shapes as one series that no pointer meets. */
export function shapesSeries(id: string, shapes: readonly Shape[], z: number): CustomSeriesOption {
  return {
    id,
    type: 'custom',
    coordinateSystem: 'none',
    silent: true,
    animation: false,
    z,
    data: [0],
    // ECharts has no type for a mixed list of shapes; ours is a part of what it takes.
    renderItem: () => ({ type: 'group', children: shapes.map((shape) => ({ ...shape })) }) as never,
  };
}
