import type { BarSeriesOption, CustomSeriesOption, EChartsOption, LineSeriesOption } from 'echarts';
import { levelOf, type Plot } from '../../../shared/charts/drawing/plot.ts';
import { ticksOf } from '../../../shared/charts/drawing/scale.ts';
import type { Shape } from '../../../shared/charts/drawing/shapes.ts';
import { paintBars } from './paintBars.ts';
import { paintLine } from './paintLine.ts';
import { paintShape } from './paintShape.ts';

type Series = BarSeriesOption | LineSeriesOption | CustomSeriesOption;

/** What ECharts gives a series without one. */
const USUAL_Z = 2;

/**
 * Draws an option of shared/charts straight on a canvas, as ECharts draws it, for the steps of a brush: setOption plans, compares and
 * lays out anew, which takes several times as long as the drawing. False, with nothing drawn, where the option holds what is not known here.
 * The canvas is clear and scaled to CSS pixels.
 */
export function paintOption(canvas: CanvasRenderingContext2D, option: EChartsOption, plot: Plot): boolean {
  const all = [option.series ?? []].flat();
  if (!all.every(isKnown)) return false;
  const series = all.filter(isKnown);
  if (plot.across === 'x') paintGrid(canvas, option, plot);
  const bars = series.filter((one): one is BarSeriesOption => one.type === 'bar');
  const lines = series.filter((one): one is LineSeriesOption => one.type === 'line');
  const layers = [
    ...(bars.length > 0 ? [{ z: USUAL_Z, paint: () => paintBars(canvas, bars, plot) }] : []),
    ...lines.map((line, index) => ({
      z: line.z ?? USUAL_Z,
      paint: () => paintLine(canvas, line, lines.slice(0, index), plot),
    })),
    ...series.flatMap((one) =>
      one.type === 'custom' ? [{ z: one.z ?? USUAL_Z, paint: () => paintShapes(canvas, one) }] : [],
    ),
  ];
  for (const { paint } of layers.sort((a, b) => a.z - b.z)) paint();
  return true;
}

function isKnown(series: unknown): series is Series {
  const { type } = series as { type?: unknown };
  return type === 'bar' || type === 'line' || type === 'custom';
}

/** shapesSeries hands out one group, whatever it is asked for. */
function paintShapes(canvas: CanvasRenderingContext2D, { renderItem }: CustomSeriesOption): void {
  const group = (renderItem as unknown as () => { children: readonly Shape[] })();
  for (const shape of group.children) paintShape(canvas, shape);
}

function paintGrid(canvas: CanvasRenderingContext2D, option: EChartsOption, plot: Plot): void {
  const axis = [option.yAxis ?? []].flat()[0];
  const colour = axis?.splitLine?.lineStyle?.color;
  if (axis?.splitLine?.show !== true || typeof colour !== 'string') return;
  canvas.strokeStyle = colour;
  canvas.lineWidth = 1;
  canvas.setLineDash([]);
  canvas.beginPath();
  for (const tick of ticksOf(plot.scale)) {
    const y = onHalf(levelOf(plot, tick));
    canvas.moveTo(plot.left, y);
    canvas.lineTo(plot.left + plot.width, y);
  }
  canvas.stroke();
}

/** A hairline's middle as zrender places it: on the nearest half pixel, the lower one on the screen of two as near. */
function onHalf(place: number): number {
  const doubled = Math.round(place * 2);
  return (doubled % 2 === 0 ? doubled + 1 : doubled) / 2;
}
