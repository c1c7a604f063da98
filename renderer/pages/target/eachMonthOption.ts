import type { CustomSeriesOption, EChartsOption } from 'echarts';
import { chartText, type TargetChart, targetAxes } from './targetChart.ts';
import { monthMarks, niceAxis } from './targetLines.ts';

const BAR_WIDTH = 0.78;

/** What each month brought, what the others must bring, and the average so far. */
export function eachMonthOption(chart: TargetChart): EChartsOption {
  const { answer, withOutcome, theme, format } = chart;
  const marks = monthMarks(answer, withOutcome);
  const highest = Math.max(
    0,
    answer.neededPerMonth ?? 0,
    ...[...marks.published, ...marks.outcome].map((value) => value ?? 0),
  );
  const bars = (values: readonly (number | null)[], token: string, ink: string) => ({
    type: 'bar' as const,
    silent: true,
    barWidth: `${BAR_WIDTH * 100}%`,
    barGap: '-100%',
    data: values.map((value) => value ?? '-'),
    itemStyle: { color: theme.token(token) },
    label: {
      show: true,
      position: 'insideBottom' as const,
      distance: 7,
      fontSize: theme.fontSize,
      fontFamily: theme.fontSans,
      color: theme.token(ink),
      formatter: ({ value }: { value: unknown }) => (typeof value === 'number' ? format(value, 0) : ''),
    },
  });
  return {
    animation: false,
    grid: { left: 36, right: 8, top: 26, bottom: theme.fontSize + 11 },
    ...targetAxes(chart, niceAxis(highest), true),
    series: [
      bars(marks.published, 'mark', 'paper'),
      bars(marks.outcome, 'mark-average', 'paper'),
      furniture(chart, marks.needed),
    ],
  };
}

function furniture(
  { answer, theme, months, words, format }: TargetChart,
  needed: readonly { month: number; from: number; to: number }[],
): CustomSeriesOption {
  const { averageSoFar, neededPerMonth, monthsKnown } = answer;
  const target = theme.token('mark-target');
  return {
    type: 'custom',
    silent: true,
    z: 6,
    data: [0],
    renderItem: (params, api) => {
      const box = params.coordSys as unknown as { x: number; width: number }; // the cartesian rectangle
      const month = box.width / months.length;
      const y = (value: number) => api.coord([0, value])[1] ?? 0;
      const boxes = needed.map(({ month: at, from, to }) => ({
        type: 'rect' as const,
        shape: {
          x: (api.coord([at, 0])[0] ?? 0) - (month * BAR_WIDTH) / 2 + 0.75,
          y: y(to),
          width: month * BAR_WIDTH - 1.5,
          height: y(from) - y(to),
        },
        style: { fill: theme.token('paper'), stroke: target, lineWidth: 1.5, lineDash: [4, 3] },
      }));
      const short = needed
        .filter(({ from, to }) => from > 0 && y(from) - y(to) > theme.fontSize + 4)
        .map(({ month: at, from, to }) =>
          chartText(theme, format(from - to, 0), api.coord([at, 0])[0] ?? 0, (y(from) + y(to)) / 2, target, {
            align: 'center',
            weight: 600,
            middle: true,
          }),
        );
      const children: object[] = [...boxes, ...short];
      if (averageSoFar !== null && monthsKnown > 0) {
        const line = Math.round(y(averageSoFar)) + 0.5;
        const shape = { x1: box.x, y1: line, x2: box.x + month * monthsKnown, y2: line };
        children.push(
          { type: 'line', shape, style: { stroke: theme.token('paper'), lineWidth: 3 } },
          { type: 'line', shape, style: { stroke: theme.token('ink'), lineWidth: 1 } },
          chartText(theme, words.average, box.x + 2, line - theme.fontSize - 18, theme.token('ink'), {
            weight: 600,
          }),
        );
      }
      if (neededPerMonth !== null && needed.length > 0) {
        const top = y(neededPerMonth) - theme.fontSize - 6;
        children.push(
          chartText(theme, words.needed, box.x + box.width, top, target, { align: 'right', weight: 600 }),
        );
      }
      return { type: 'group', children: children as [] };
    },
  };
}
