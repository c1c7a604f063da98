import type { LineSeriesOption } from 'echarts';
import { levelOf, type Plot, placeOf } from '../../../shared/charts/drawing/plot.ts';

type Value = number | '-';

/** A line, and the area under it where it has one; gaps stay gaps. `below` are the lines before it, which it may be stacked on. */
export function paintLine(
  canvas: CanvasRenderingContext2D,
  line: LineSeriesOption,
  below: readonly LineSeriesOption[],
  plot: Plot,
): void {
  const values = valuesOf(line);
  const under = line.stack === undefined ? [] : below.filter(({ stack }) => stack === line.stack);
  const floor = values.map((_, index) =>
    under.length === 0
      ? Math.min(Math.max(0, plot.scale.min), plot.scale.max)
      : under.reduce((sum, one) => sum + numberOf(valuesOf(one)[index]), 0),
  );
  const level = (index: number) => {
    const value = values[index];
    return value === undefined || value === '-' ? null : value + (under.length > 0 ? (floor[index] ?? 0) : 0);
  };
  const { color, width = 2, type } = line.lineStyle ?? {};
  canvas.save();
  canvas.beginPath();
  canvas.rect(plot.left - width, plot.top - width, plot.width + 2 * width, plot.height + 2 * width);
  canvas.clip();
  for (const [from, to] of runsOf(values)) {
    const trace = () => {
      for (let index = from; index <= to; index++)
        canvas.lineTo(placeOf(plot, index), levelOf(plot, level(index) ?? 0));
    };
    if (typeof line.areaStyle?.color === 'string') {
      canvas.beginPath();
      trace();
      for (let index = to; index >= from; index--)
        canvas.lineTo(placeOf(plot, index), levelOf(plot, floor[index] ?? 0));
      canvas.fillStyle = line.areaStyle.color;
      canvas.fill();
    }
    if (typeof color !== 'string') continue;
    canvas.beginPath();
    trace();
    canvas.strokeStyle = color;
    canvas.lineWidth = width;
    canvas.lineJoin = 'bevel';
    canvas.setLineDash(Array.isArray(type) ? type.map(Number) : []);
    canvas.stroke();
  }
  canvas.restore();
}

/** The option holds plain values: shared/charts writes no objects into lines. */
function valuesOf({ data }: LineSeriesOption): readonly Value[] {
  return (data ?? []) as readonly Value[];
}

function numberOf(value: Value | undefined): number {
  return value === undefined || value === '-' ? 0 : value;
}

/** First and last index of each stretch without a gap. */
function runsOf(values: readonly Value[]): [number, number][] {
  const runs: [number, number][] = [];
  let from = -1;
  for (let index = 0; index <= values.length; index++) {
    const has = index < values.length && values[index] !== '-';
    if (has && from < 0) from = index;
    if (!has && from >= 0) {
      runs.push([from, index - 1]);
      from = -1;
    }
  }
  return runs;
}
