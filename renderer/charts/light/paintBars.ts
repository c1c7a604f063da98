import type { BarSeriesOption } from 'echarts';
import { levelOf, type Plot, pitchOf, placeOf } from '../../../shared/charts/drawing/plot.ts';

/** One bar of an option: its value, and the style that shared/charts gives it. */
interface Item {
  value: number | '-';
  itemStyle?: { color?: string; borderColor?: string; borderWidth?: number; borderType?: string };
}

const USUAL_GAP = 0.3;
const USUAL_CATEGORY_GAP = 0.2;
const DASH = [4, 2];

/** Bars and columns, side by side or stacked, in ECharts' widths. */
export function paintBars(
  canvas: CanvasRenderingContext2D,
  series: readonly BarSeriesOption[],
  plot: Plot,
): void {
  const stacked = series.some(({ stack }) => stack !== undefined);
  const lanes = stacked ? 1 : series.length;
  const { width, offsets } = lanesOf(series[0] ?? {}, lanes, pitchOf(plot));
  const base = Math.min(Math.max(0, plot.scale.min), plot.scale.max);
  const up = new Float64Array(plot.count);
  const down = new Float64Array(plot.count);
  canvas.save();
  canvas.beginPath();
  canvas.rect(plot.left, plot.top - 1, plot.width, plot.height + 2);
  if (plot.across === 'x') canvas.clip();
  for (const [lane, one] of series.entries()) {
    const items = (one.data ?? []) as unknown as readonly Item[];
    for (const [index, { value, itemStyle = {} }] of items.entries()) {
      if (value === '-') continue;
      const sums = value < 0 ? down : up;
      const start = stacked ? (sums[index] ?? 0) : base;
      const end = stacked ? start + value : value;
      if (stacked) sums[index] = end;
      const from = levelOf(plot, start);
      const to = levelOf(plot, end);
      const side = placeOf(plot, index) + (offsets[stacked ? 0 : lane] ?? 0);
      const box =
        plot.across === 'x'
          ? { x: side, y: Math.min(from, to), width, height: Math.abs(to - from) }
          : { x: Math.min(from, to), y: side, width: Math.abs(to - from), height: width };
      paintBox(canvas, box, itemStyle);
    }
  }
  canvas.restore();
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

function paintBox(
  canvas: CanvasRenderingContext2D,
  { x, y, width, height }: Box,
  { color, borderColor, borderWidth = 0, borderType }: NonNullable<Item['itemStyle']>,
): void {
  // An outline stands inside the bar, as in ECharts.
  const line = borderColor ? Math.min(borderWidth, width, height) : 0;
  const inner = [x + line / 2, y + line / 2, Math.max(width - line, 0), Math.max(height - line, 0)] as const;
  canvas.fillStyle = color ?? 'transparent';
  canvas.fillRect(...inner);
  if (!borderColor || line === 0) return;
  canvas.strokeStyle = borderColor;
  canvas.lineWidth = borderWidth;
  canvas.setLineDash(borderType === 'dashed' ? DASH : []);
  canvas.strokeRect(...inner);
}

/** Width of a bar and where each lane begins, from the middle of its category. */
function lanesOf(
  { barWidth, barGap, barCategoryGap, barMaxWidth, barMinWidth = 0 }: BarSeriesOption,
  lanes: number,
  pitch: number,
): { width: number; offsets: number[] } {
  const gap = share(barGap, USUAL_GAP);
  const room = pitch * (1 - share(barCategoryGap, USUAL_CATEGORY_GAP));
  const even = room / (lanes + (lanes - 1) * gap);
  const fixed = typeof barWidth === 'string' ? pitch * share(barWidth, 1) : even;
  const most = typeof barMaxWidth === 'number' ? barMaxWidth : Number.POSITIVE_INFINITY;
  const width = Math.max(Math.min(fixed, most), Number(barMinWidth));
  const whole = width * (lanes + (lanes - 1) * gap);
  return { width, offsets: Array.from({ length: lanes }, (_, i) => i * width * (1 + gap) - whole / 2) };
}

/** "24%" is 0.24. */
function share(text: string | number | undefined, usual: number): number {
  return typeof text === 'string' && text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : usual;
}
